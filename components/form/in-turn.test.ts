import { beforeEach, expect, test, vi } from "vitest";

let inTurn: typeof import("@/components/form/in-turn").inTurn;

beforeEach(async () => {
  vi.resetModules();
  ({ inTurn } = await import("@/components/form/in-turn"));
});

test("Q4 the first call of a page runs alone, the others at once", async () => {
  const order: string[] = [];
  let answer = (_: string) => {};
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const call = (name: string) => async () => {
    order.push(name);
    return name;
  };
  const answers = [
    inTurn(() => {
      order.push("first");
      return answered;
    }),
    inTurn(call("second")),
    inTurn(call("third")),
  ];
  await Promise.resolve();
  expect(order).toEqual(["first"]);
  answer("first");
  expect(await Promise.all(answers)).toEqual(["first", "second", "third"]);
  expect(await inTurn(call("fourth"))).toBe("fourth");
});

test("Q4 a first call that failed is told to its caller and makes room for the next", async () => {
  const failed = inTurn(() => Promise.reject(new Error("offline")));
  const next = inTurn(async () => "next");
  await expect(failed).rejects.toThrow("offline");
  expect(await next).toBe("next");
});
