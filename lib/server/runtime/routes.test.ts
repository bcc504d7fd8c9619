import { expect, test } from "vitest";
import { requestIdOf } from "@/lib/server/runtime/request-id";
import { routeClass, routeFinder } from "@/lib/server/runtime/routes";

const find = routeFinder([
  "/",
  "/[region]",
  "/[region]/login/verify",
  "/[region]/account/phones/[id]",
  "/app/[app]",
  "/app/help",
  "/api/ready",
  "/oidc/[...path]",
  "/oidc/jwks",
  "/app/[...rest]",
]);

test.each([
  ["/", "/"],
  ["/shandong", "/[region]"],
  ["/shandong/login/verify?flow=a&x=15403700001", "/[region]/login/verify"],
  ["/shandong/account/phones/5f3e", "/[region]/account/phones/[id]"],
  ["/app/help", "/app/help"],
  ["/app/tax", "/app/[app]"],
  ["/oidc/auth?client_id=a", "/oidc/[...path]"],
  ["/oidc/session/end", "/oidc/[...path]"],
  ["/oidc/jwks", "/oidc/jwks"],
  ["/oidc", "/[region]"],
  ["/app/tax/more", "/app/[...rest]"],
  ["/_next/static/chunks/a.js", "/_next"],
  ["/shandong/15403700001", "other"],
  ["/../../etc/passwd", "other"],
  ["", "other"],
])("N5 %s is counted and logged as %s", (address, route) => {
  expect(find(address)).toBe(route);
});

test("N5 classes are the first two levels of routes", () => {
  expect(routeClass("/[region]/account/phones/[id]")).toBe("/[region]/account");
  expect(routeClass("/api/ready")).toBe("/api/ready");
  expect(routeClass("/")).toBe("/");
  expect(routeClass("other")).toBe("other");
});

test("N5 a request keeps a well-formed id and gets one otherwise", () => {
  expect(requestIdOf("0af7651916cd43dd8448eb211c80319c")).toBe("0af7651916cd43dd8448eb211c80319c");
  for (const odd of [
    undefined,
    "",
    "short",
    "a b c d e f g h",
    "x".repeat(65),
    "a\nb1234567",
    ["a"],
  ]) {
    expect(requestIdOf(odd)).toMatch(/^[0-9a-f-]{36}$/);
  }
});
