import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Stepper } from "@/components/layout/stepper";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { findPhoneIsOpen } from "@/lib/server/recovery/find-phone";
import { FindPhoneBegin, FindPhoneNumber } from "./_components/find-phone-forms";

export const metadata: Metadata = { title: "找回手机号码" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[]; reason?: string | string[] }>;
};

/** 找回手机号码 (F2): the personal password, then the new phone. */
export default async function FindPhonePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow, reason } = await searchParams;
  const { slug } = region;
  const open =
    flow !== undefined && (await findPhoneIsOpen({ region: slug, flow }, { now: new Date() }));
  if (flow !== undefined && !open) redirect(`/${slug}/find-phone?reason=STEPS_EXPIRED`);
  return (
    <LoginLayout region={region}>
      <PageHeading title="找回手机号码">
        {open ? null : "更换了手机、号码被他人使用或手机号为空时，验证密码后绑定新的手机号码。"}
      </PageHeading>
      <Stepper steps={["验证密码", "绑定新手机号码"]} current={open ? 1 : 0} />
      {!open && reason === "STEPS_EXPIRED" && (
        <Alert tone="warning" role="status" title={messageOf({ code: reason })} className="mb-6" />
      )}
      {open ? (
        <FindPhoneNumber region={slug} flow={String(flow)} />
      ) : (
        <FindPhoneBegin region={slug} />
      )}
    </LoginLayout>
  );
}
