import { expect, test } from "vitest";
import { ticksOf } from "./server-process";
import { answerOf, routerState } from "./visitor";
import { scriptsOf, stylesOf } from "./weight";

test("User and system time are found behind a process name with spaces and brackets", () => {
  const stat = "42 (next-server (v16)) S 1 42 42 0 -1 4194560 9 0 0 0 310 45 0 0 20 0 11 0 99";
  expect(ticksOf(stat)).toBe(355);
});

test("The answer of an action is the row the flight points to", () => {
  const flight = '2:"$Sreact.fragment"\n0:{"a":"$@1","b":"x"}\n1:{"ok":true,"value":{"to":"/a"}}\n';
  expect(answerOf(flight)).toEqual({ ok: true, value: { to: "/a" } });
  expect(() => answerOf("2:{}")).toThrow("No answer");
});

test("The router's state nests the segments of the page", () => {
  const state = JSON.parse(decodeURIComponent(routerState([["region", "shandong", "d"], "login"])));
  const [region, { children: login }] = state[1].children;
  expect(region).toEqual(["region", "shandong", "d", null]);
  expect(login[0]).toBe("login");
  expect(login[1].children[0]).toBe("__PAGE__");
});

test("A page's scripts are those a browser of today loads", () => {
  const html = `<link rel="stylesheet" href="/a.css"/><link rel="icon" href="/i.svg"/>
    <script src="/a.js" async=""></script><script src="/old.js" noModule=""></script>
    <script>inline()</script><script src="/a.js"></script>`;
  expect(scriptsOf(html)).toEqual(["/a.js"]);
  expect(stylesOf(html)).toEqual(["/a.css"]);
});
