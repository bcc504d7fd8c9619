import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import type { RegionProfile } from "@/lib/regions/types";
import { grantsOpen, grantsStepUp } from "@/lib/server/grants/access";
import { requireSession } from "@/lib/server/session";
import type { CurrentSession } from "@/lib/server/session-store";
import { IdentityProblem } from "../../../_components/identity-problem";
import { SmsStepUp } from "../../../_components/sms-step-up";
import { StepUp } from "../../../functions/[code]/_components/step-up";
import { NotManaging } from "../../staff/_components/not-managing";
import { type StaffViewer, staffViewer } from "../../staff/_components/staff-viewer";

type Granting = {
  region: RegionProfile;
  session: CurrentSession;
  viewer: StaffViewer & { region: string };
};

/** The manager for a page of 授权信息, or what is shown to everybody else in its place. */
export async function grantsGuard(
  params: Promise<{ region: string }>,
  { stepUp }: { stepUp: "ADDING" | "OTHER" | null },
): Promise<Granting | { instead: ReactNode }> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  const now = new Date();
  const open = grantsOpen(session, now);
  if (!open.ok) {
    if (open.problems[0]?.code === "LEGACY_ENDED") redirect(`/${region.slug}/account/staff`);
    notFound();
  }
  if (session.problem) {
    const { problem } = session;
    return { instead: <IdentityProblem region={region} session={session} problem={problem} /> };
  }
  const viewer = staffViewer(session, now);
  if (!viewer) {
    return { instead: <NotManaging title="授权信息" region={region.slug} session={session} /> };
  }
  const missing = stepUp && grantsStepUp(session, stepUp);
  if (missing) {
    const step = missing === "SMS" ? <SmsStepUp /> : <StepUp region={region} />;
    return {
      instead: (
        <>
          <PageHeading title="授权信息" />
          {step}
        </>
      ),
    };
  }
  return { region, session, viewer: { ...viewer, region: region.slug } };
}
