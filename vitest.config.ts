import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      // `server-only` throws outside a server bundle.
      { find: /^server-only$/, replacement: fromRoot("./node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: fromRoot("./") },
    ],
  },
  test: {
    include: [
      "*.test.ts",
      "app/**/*.test.ts",
      "lib/**/*.test.ts",
      "scripts/**/*.test.ts",
      "prisma/**/*.test.ts",
      "components/**/*.test.{ts,tsx}",
    ],
    pool: "forks",
    // The setup file does what isolation is for; the packages are loaded once in each process.
    isolate: false,
    // Vitest leaves one core to a person at the machine.
    maxWorkers: "100%",
    // Real databases and real hashes on a machine that may do other things: what hangs still ends.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Its imports of next need a bundler's resolution, and get the tests' next/headers.
    server: { deps: { inline: ["next-auth"] } },
    // What Vite made of a module is kept for the next run, also on the other engine.
    experimental: { fsModuleCache: true },
    globalSetup: "./prisma/testing/global-setup.ts",
    setupFiles: "./prisma/testing/setup-file.ts",
    env: {
      // Another zone than the bureaus': a rule that used the machine's would show.
      TZ: "America/New_York",
      DATABASE_URL: "file:./data/vitest.db",
      PORTAL_SECRET: "dW5pdC10ZXN0cy1wb3J0YWwtc2VjcmV0LTAwMDAwMDA",
      DATA_KEY: "k1.dW5pdC10ZXN0cy1kYXRhLWtleS0wMDAwMDAwMDAwMDA",
      BLIND_INDEX_KEY: "dW5pdC10ZXN0cy1ibGluZC1pbmRleC1rZXktMDAwMDA",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "dW5pdC10ZXN0cy1hY3Rpb25zLWtleS0wMDAwMDAwMDA=",
    },
  },
});
