import type { ImportKind } from "@/lib/domain/registry-file";
import { db } from "@/lib/server/db";
import { decideFourEyes } from "@/lib/server/hall/four-eyes";
import type { OfficerContext } from "@/lib/server/hall/officer-action";
import { receiveFile } from "@/lib/server/imports/receive-file";
import { beginImport, submitImport } from "@/lib/server/imports/runs";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { rowLine, titleLine } from "@/scripts/imports/sample-rows";

/** A CSV file of these lines, each by column. */
export function csvFile(kind: ImportKind, rows: readonly Record<string, string>[]): string {
  return titleLine(kind) + rows.map((row) => rowLine(kind, row)).join("");
}

/** A body as a browser sends a file. */
export function bodyOf(content: string | Buffer): ReadableStream<Uint8Array> {
  return new Blob([typeof content === "string" ? content : new Uint8Array(content)]).stream();
}

/** Waits until no process works on the run any more. */
export async function settled(id: string) {
  for (;;) {
    const run = await db.importRun.findUniqueOrThrow({ where: { id } });
    if (run.status !== "CHECKING" && run.status !== "APPROVED") return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A run whose file was uploaded and read; with what became of it. */
export async function uploaded(
  kind: ImportKind,
  content: string | Buffer,
  by?: OfficerContext,
): Promise<{ id: string; by: OfficerContext; run: Awaited<ReturnType<typeof settled>> }> {
  const officer = by ?? (await newOfficer());
  const id = await begun(kind, officer);
  await receiveFile(id, { body: bodyOf(content), announced: null }, officer);
  return { id, by: officer, run: await settled(id) };
}

/** A run that waits for its file. */
export async function begun(kind: ImportKind, officer: OfficerContext): Promise<string> {
  const result = await beginImport({ kind, reason: REASON }, officer);
  if (!result.ok) throw new Error("The run was not begun");
  return result.value.to.split("/").at(-1) ?? "";
}

/** What was found, as `line column code`. */
export async function findingsOf(runId: string): Promise<string[]> {
  const rows = await db.importFinding.findMany({
    where: { runId },
    orderBy: [{ line: "asc" }, { column: "asc" }, { code: "asc" }],
  });
  return rows.map(({ line, column, code }) => [line, column, code].filter(Boolean).join(" "));
}

/** Sends the run to 复核 and has another supervisor approve it. */
export async function approved(id: string, by: OfficerContext, approver?: OfficerContext) {
  const submitted = await submitImport({ run: id, reason: REASON }, by);
  if (!submitted.ok) throw new Error(submitted.problems[0]?.code);
  const { id: request } = await db.fourEyesRequest.findFirstOrThrow({ where: { subjectId: id } });
  const { region } = by.officer;
  const supervisor = approver ?? (await newOfficer({ role: "SUPERVISOR", region }));
  const decided = await decideFourEyes(
    { request, decision: "APPROVE", reason: REASON },
    supervisor,
  );
  if (!decided.ok) throw new Error(decided.problems[0]?.code);
  return settled(id);
}

/** Uploads, approves and waits until the lines count. */
export async function imported(
  kind: ImportKind,
  rows: readonly Record<string, string>[],
  by?: OfficerContext,
) {
  const { id, by: officer } = await uploaded(kind, csvFile(kind, rows), by);
  return approved(id, officer);
}

/** All lines of a file that is sent, as one text. */
export async function textOf(lines: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const line of lines) text += line;
  return text;
}
