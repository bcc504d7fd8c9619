import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, installedBrowser } from "./e2e/fixtures/browser";

// Another one when two checkouts are tested at once.
const PORT = Number(process.env.E2E_PORT ?? 3210);
// A file, or an empty PostgreSQL database: `postgres://…`.
const DATABASE_URL = process.env.E2E_DATABASE_URL ?? "file:./data/e2e.db";

// Helpers look at what is really stored, with the installation's own keys.
if (existsSync(".env")) process.loadEnvFile(".env");
process.env.DATABASE_URL = DATABASE_URL;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A trace of every test costs as much time again as the tests themselves.
    trace: process.env.E2E_TRACE === "1" ? "retain-on-failure" : "off",
    launchOptions: { executablePath: installedBrowser, args: BROWSER_ARGS },
  },
  projects: [
    {
      // First, so that they run beside the others: they wait for their films. One at a time: a film runs in real time.
      name: "faces",
      testMatch: "**/*-face.spec.ts",
      workers: 1,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "desktop",
      testIgnore: ["**/*.mobile.spec.ts", "**/*-face.spec.ts"],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testMatch: "**/*.mobile.spec.ts",
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    url: `http://localhost:${PORT}/`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PORT: String(PORT),
      DATABASE_URL,
      APP_URL: `http://localhost:${PORT}`,
      OUTBOX: "1",
      BUSINESS_SYSTEM_URLS: "query=https://query.example/tax",
      OIDC_ALLOW_LOOPBACK: "1",
      REQUESTS_PER_ADDRESS: "1000000",
    },
  },
});
