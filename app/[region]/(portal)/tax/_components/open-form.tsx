import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { IdentityProblem } from "@/app/[region]/(portal)/_components/identity-problem";
import { type FilingKind, FORM_FUNCTIONS, type TaxForm } from "@/lib/domain/filing-rules";
import type { RegionProfile } from "@/lib/regions/types";
import type { DraftValues } from "@/lib/schemas/filings/draft";
import { filingAccess } from "@/lib/server/filings/access";
import { readDraft } from "@/lib/server/filings/drafts";
import { requireSession } from "@/lib/server/session";
import type { ActingIdentity, CurrentSession } from "@/lib/server/session-store";
import { FormRefused } from "./form-refused";

type Opened = {
  region: RegionProfile;
  session: CurrentSession;
  /** Whom the form is for. */
  enterprise: Extract<ActingIdentity, { kind: "ENTERPRISE" }>["enterprise"];
};

/** Problems the function's own page explains: who can grant it, and the face it asks for. */
const EXPLAINED = ["NOT_GRANTED", "FOR_ENTERPRISES", "FOR_PERSONS", "STEP_UP_REQUIRED"];

/** Guard of every form: what it needs when the acting identity may file it, else what to show in its place. */
export async function openForm(
  params: Promise<{ region: string }>,
  form: Exclude<TaxForm, "NEW_TAXPAYER">,
  title: string,
): Promise<Opened | { refused: ReactNode }> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return {
      refused: <IdentityProblem region={region} session={session} problem={session.problem} />,
    };
  }
  const access = await filingAccess(session, form);
  const code = access.ok ? null : (access.problems[0]?.code ?? "FILED_BY_ENTERPRISES");
  if (code && EXPLAINED.includes(code))
    redirect(`/${region.slug}/functions/${FORM_FUNCTIONS[form]}`);
  if (code || session.acting.kind === "PERSON") {
    const reason = code ?? "FILED_BY_ENTERPRISES";
    return { refused: <FormRefused region={region.slug} title={title} reason={reason} /> };
  }
  return { region, session, enterprise: session.acting.enterprise };
}

/** What a form begins with: the draft named in the address, or nothing under an id of its own. */
export async function formStart(
  session: CurrentSession,
  kinds: readonly FilingKind[],
  draft: string | string[] | undefined,
): Promise<{ filing: string; values: DraftValues }> {
  const found = await readDraft(session, kinds, draft);
  return found ?? { filing: randomUUID(), values: {} };
}
