import { expect, test } from "vitest";
import { breakingStatements } from "./breaking-statements";

test.each([
  'ALTER TABLE "Person" DROP COLUMN "name"',
  'ALTER TABLE "Person" ADD COLUMN "nation" TEXT NOT NULL',
  'ALTER TABLE "Person" ADD COLUMN "a" TEXT NOT NULL DEFAULT \'\', ADD COLUMN "b" TEXT NOT NULL',
  'ALTER TABLE "Person" ALTER COLUMN "name" SET NOT NULL',
  'ALTER TABLE "Person" ALTER COLUMN "name" SET DATA TYPE INTEGER',
  'ALTER TABLE "Person" RENAME TO "People"',
  'DROP TABLE "Person"',
  'CREATE UNIQUE INDEX "Person_name_key" ON "Person"("name")',
  'ALTER TABLE "Person" ADD CONSTRAINT "Person_x_fkey" FOREIGN KEY ("x") REFERENCES "X"("id")',
])("the former version would stumble over %s", (statement) => {
  expect(breakingStatements(`-- Change\n${statement};\nCREATE INDEX "a" ON "B"("c");`)).toEqual([
    statement,
  ]);
});

test.each([
  'ALTER TABLE "Person" ADD COLUMN "nation" TEXT',
  'ALTER TABLE "Person" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1',
  'ALTER TABLE "Person" ALTER COLUMN "name" DROP NOT NULL',
  'CREATE INDEX "Person_name_idx" ON "Person"("name")',
  "CREATE TYPE \"Colour\" AS ENUM ('RED')",
  'CREATE TABLE "New" ("id" TEXT NOT NULL); CREATE UNIQUE INDEX "New_id_key" ON "New"("id"); ALTER TABLE "New" ADD CONSTRAINT "New_fkey" FOREIGN KEY ("id") REFERENCES "Person"("id")',
  "-- Nothing to change.",
])("the former version does not mind %s", (statement) => {
  expect(breakingStatements(`${statement};\n`)).toEqual([]);
});
