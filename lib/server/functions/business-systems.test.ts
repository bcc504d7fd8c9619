import "@/prisma/testing/empty-database";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { businessSystemLink } from "@/lib/server/functions/business-systems";

const urls = vi.hoisted(() => ({ invoice: "https://invoice.example/start" }));
vi.mock("@/lib/server/env", async (original) => {
  const actual = await original<typeof import("@/lib/server/env")>();
  const env = () => ({
    ...actual.env(),
    APP_URL: "https://etax.example",
    BUSINESS_SYSTEM_URLS: urls,
  });
  return { ...actual, env };
});

type Client = {
  id: string;
  region?: string;
  loginUri?: string | null;
  disabledAt?: Date;
  functions?: string[];
};

/** A client registered for the invoice system, each later than the one before. */
let made = 0;
async function register({
  id,
  region = "shandong",
  loginUri,
  disabledAt,
  functions = ["invoice-issue"],
}: Client) {
  made += 1;
  await db.oidcClient.create({
    data: {
      id,
      region,
      name: id,
      businessSystem: "invoice",
      kind: "FIRST_PARTY",
      authMethod: "CLIENT_SECRET_BASIC",
      redirectUris: "[]",
      postLogoutRedirectUris: "[]",
      functions: JSON.stringify(functions),
      loginUri: loginUri === undefined ? `https://${id}.example/login` : loginUri,
      disabledAt,
      createdAt: new Date(Date.UTC(2026, 0, made)),
    },
  });
}

const shandong = { region: "shandong", functionCode: "invoice-issue" };
const fallback = { url: "https://invoice.example/start", signedIn: false };

beforeEach(() => db.oidcClient.deleteMany());

test("OIDC without a client a function leads to the configured address, or nowhere", async () => {
  expect(await businessSystemLink("invoice", shandong)).toEqual(fallback);
  expect(await businessSystemLink("query", shandong)).toBeNull();
  expect(await businessSystemLink(undefined, shandong)).toBeNull();
});

test("OIDC with a client of the bureau a function leads to where its login begins", async () => {
  await register({ id: "old" });
  await register({ id: "invoice" });
  const link = await businessSystemLink("invoice", shandong);
  expect(link?.signedIn).toBe(true);
  const to = new URL(link?.url ?? "");
  expect(to.origin + to.pathname).toBe("https://invoice.example/login");
  expect(Object.fromEntries(to.searchParams)).toEqual({
    iss: "https://etax.example/oidc",
    function: "invoice-issue",
    target_link_uri: "https://invoice.example/start",
  });
});

test("OIDC clients of another bureau, disabled ones and those without a login address are passed over", async () => {
  await register({ id: "elsewhere", region: "qingdao" });
  await register({ id: "disabled", disabledAt: new Date() });
  await register({ id: "silent", loginUri: null });
  expect(await businessSystemLink("invoice", shandong)).toEqual(fallback);
});

test("OIDC a client is not opened for a function it may not be told of: another one is, or the configured address", async () => {
  const opened = async () => (await businessSystemLink("invoice", shandong))?.url ?? "";
  await register({ id: "blind", functions: [] });
  expect(await opened()).toBe(fallback.url);
  await register({ id: "invoice" });
  await register({ id: "other", functions: ["query-invoices"] });
  expect(new URL(await opened()).host).toBe("invoice.example");
  const query = { region: "shandong", functionCode: "query-invoices" };
  const link = await businessSystemLink("invoice", query);
  expect(new URL(link?.url ?? "").host).toBe("other.example");
  // Opened without a function (纯社保户), nobody is told of any.
  const bare = await businessSystemLink("invoice", { region: "shandong" });
  expect(new URL(bare?.url ?? "").searchParams.has("function")).toBe(false);
});
