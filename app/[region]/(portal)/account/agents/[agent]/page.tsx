import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { boxesOf } from "@/lib/domain/grantable-functions";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { messageOf } from "@/lib/messages";
import { grantsOpen, grantsStepUp } from "@/lib/server/grants/access";
import { servingAgents } from "@/lib/server/grants/agents";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../../../_components/identity-problem";
import { SmsStepUp } from "../../../_components/sms-step-up";
import { NotManaging } from "../../staff/_components/not-managing";
import { staffViewer } from "../../staff/_components/staff-viewer";
import { AgentFunctions } from "./_components/agent-functions";

export const metadata: Metadata = { title: "授权" };

type Props = { params: Promise<{ region: string; agent: string }> };

/** 授权 of one 涉税代理人员 by the client (E4, 云南 3.1), from 人员权限管理 or, at the old entry of 云南, from 授权信息. */
export default async function AgentPage({ params }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  const now = new Date();
  const oldStyle = isOldStyle(session.proofs);
  if (oldStyle && !grantsOpen(session, now).ok) redirect(`/${region.slug}/unified-only`);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const list = oldStyle
    ? { title: "授权信息", href: `/${region.slug}/account/grants` }
    : { title: "人员权限管理", href: `/${region.slug}/account/staff` };
  const viewer = staffViewer(session, now);
  if (!viewer) return <NotManaging title={list.title} region={region.slug} session={session} />;
  const { agent: id } = await params;
  if (!/^[\w-]{1,64}$/.test(id)) notFound();
  const [agent] = await servingAgents(viewer, id);
  if (!agent) notFound();
  const smsFirst = oldStyle && grantsStepUp(session, "OTHER") !== null;
  return (
    <>
      <Breadcrumb items={[{ label: list.title, href: list.href }, { label: agent.name }]} />
      <div className="mt-4">
        <PageHeading title="授权">
          {agent.name}（涉税代理人员，{agent.agency}），{agent.maskedDocumentNumber}
        </PageHeading>
      </div>
      {agent.own ? (
        <Alert tone="warning" title={messageOf({ code: "OWN_AUTHORIZATION" })} />
      ) : smsFirst ? (
        <SmsStepUp />
      ) : (
        <AgentFunctions
          agentId={id}
          identityVersion={session.identityVersion}
          functions={boxesOf(agent.functions)}
        />
      )}
    </>
  );
}
