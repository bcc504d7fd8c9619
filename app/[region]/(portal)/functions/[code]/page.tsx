import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FunctionElsewhere } from "@/app/[region]/_components/function-elsewhere";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { businessSystemLink } from "@/lib/server/functions/business-systems";
import { grantFacts, managersOf } from "@/lib/server/functions/granted";
import { functionRequested } from "@/lib/server/functions/request";
import { asksForSms } from "@/lib/server/legacy/step-up";
import { asksForStepUp } from "@/lib/server/scan/step-up";
import { requireSession } from "@/lib/server/session";
import { functionHref, functionWay } from "../../_components/function-href";
import { IdentityProblem } from "../../_components/identity-problem";
import { SmsStepUp } from "../../_components/sms-step-up";
import { FunctionRefused } from "./_components/function-refused";
import { RequestFunction } from "./_components/request-function";
import { StepUp } from "./_components/step-up";

type Props = { params: Promise<{ region: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireRegion(params);
  const each = findFunction((await params).code);
  return { title: each && t.named(each.name) };
}

/** One function: its whole path, and who performs it, or why it may not be used (B14, E4). */
export default async function FunctionPage({ params }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const each = findFunction((await params).code) ?? notFound();
  const refusal = functionRefusal(each, await grantFacts(session));
  const sms = !refusal && asksForSms(session, each.code);
  const stepUp = !refusal && !sms && asksForStepUp(session, each.code);
  const free = !refusal && !sms && !stepUp;
  const href = functionHref(region.slug, each);
  if (free && href !== `/${region.slug}/functions/${each.code}`) redirect(href);
  const { acting } = session;
  const askManagers = refusal === "NOT_GRANTED" && acting.kind !== "PERSON";
  const managers = askManagers ? await managersOf(acting.enterprise.id) : [];
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8">
      <Breadcrumb items={functionWay(region.slug, each)} />
      <div className="mt-6">
        <PageHeading title={t.named(each.name)} />
        {refusal && (
          <FunctionRefused region={region.slug} refusal={refusal} managers={managers}>
            {askManagers && acting.kind !== "PROJECT" && (
              <RequestFunction
                functionCode={each.code}
                identityVersion={session.identityVersion}
                requested={await functionRequested(session, each.code)}
              />
            )}
          </FunctionRefused>
        )}
        {sms && <SmsStepUp />}
        {stepUp && <StepUp region={region} />}
        {free && (
          <FunctionElsewhere
            region={region}
            system={each.system}
            link={
              await businessSystemLink(each.system, {
                region: region.slug,
                functionCode: each.code,
              })
            }
            back={{ label: t("返回首页"), href: `/${region.slug}/home` }}
          />
        )}
      </div>
    </div>
  );
}
