import "server-only";
import { z } from "zod";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { protect, reveal } from "../protect";

/** A line of the confirmation: what was filed, in words, as it stood on that day. */
export type FilingLine = { name: string; value: string };

const stored = z.object({ sealed: z.string() });
const content = z.object({
  /** Judged by the schema of its kind. */
  values: z.unknown(),
  lines: z.array(z.object({ name: z.string(), value: z.string() })),
});

type Content = { values: unknown; lines: FilingLine[] };

/** What a filing keeps of its form: names, documents and phones are in it, so all of it is encrypted, bound to its kind. */
export function sealFiling(kind: FilingKind, { values, lines }: Content): string {
  return JSON.stringify({ sealed: protect(`Filing.${kind}`, JSON.stringify({ values, lines })) });
}

/** The content `sealFiling` sealed for this kind; null when it was altered, or belongs to another kind. */
export function openFiling(kind: FilingKind, data: string): Content | null {
  try {
    const { sealed } = stored.parse(JSON.parse(data));
    return content.parse(JSON.parse(reveal(`Filing.${kind}`, sealed)));
  } catch {
    return null;
  }
}
