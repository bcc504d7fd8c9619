import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { FAVOURITES_AT_MOST } from "@/lib/domain/favourites";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { favouritesForm } from "@/lib/schemas/favourites";
import { problemsOf } from "@/lib/schemas/problems";
import { db } from "@/lib/server/db";
import { savedFavourites, saveFavourites } from "@/lib/server/home/favourites";
import { newPerson } from "@/prisma/testing/people";
import { asking } from "@/prisma/testing/staff";

const SAVED = { ok: true, value: { to: "/shandong/home" } };

test("OL6 常用功能 are kept in the person's order, for no one else; an empty list brings the default set back", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const context = await asking(person);
  const codes = ["query-invoices", "invoice-issue", "payment"];
  expect(await saveFavourites({ codes }, context)).toEqual(SAVED);
  expect(await savedFavourites(person.id)).toEqual(codes);
  expect(await savedFavourites(other.id)).toEqual([]);
  const turned = [...codes].reverse().slice(0, 2);
  expect(await saveFavourites({ codes: turned }, context)).toEqual(SAVED);
  expect(await savedFavourites(person.id)).toEqual(turned);
  await saveFavourites({ codes: [] }, context);
  expect(await savedFavourites(person.id)).toEqual([]);
});

test("OL6 of lists saved at once one stands whole", async () => {
  const person = await newPerson();
  const context = await asking(person);
  const lists = [
    ["query-invoices", "payment", "invoice-issue"],
    ["payment", "query-invoices"],
    ["invoice-issue", "payment"],
    ["invoice-claim"],
  ];
  const results = await Promise.all(lists.map((codes) => saveFavourites({ codes }, context)));
  expect(results).toEqual(lists.map(() => SAVED));
  expect(lists).toContainEqual(await savedFavourites(person.id));
});

test("OL6 a function that is no more is left out", async () => {
  const person = await newPerson();
  await db.favouriteFunction.createMany({
    data: [
      { personId: person.id, functionCode: "a-function-of-the-past", position: 0 },
      { personId: person.id, functionCode: "payment", position: 1 },
    ],
  });
  expect(await savedFavourites(person.id)).toEqual(["payment"]);
});

test("OL6 at most twelve, each once, and functions only", () => {
  const codes = FUNCTIONS.map(({ code }) => code);
  const problem = (list: unknown) => {
    const parsed = favouritesForm.safeParse({ codes: list });
    return parsed.success ? null : problemsOf(parsed.error.issues)[0]?.code;
  };
  expect(problem(codes.slice(0, FAVOURITES_AT_MOST))).toBeNull();
  expect(problem([])).toBeNull();
  expect(problem(codes.slice(0, FAVOURITES_AT_MOST + 1))).toBe("FAVOURITES_FULL");
  expect(problem(["payment", "payment"])).toBe("INVALID");
  for (const code of ["tax", "__proto__", "", "x".repeat(65)]) {
    expect(problem([code])).toMatch(/FUNCTION_UNKNOWN|INVALID/);
  }
  expect(problem("payment")).toBe("INVALID");
});
