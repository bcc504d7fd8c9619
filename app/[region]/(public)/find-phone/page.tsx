import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Stepper } from "@/components/layout/stepper";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { findPhoneIsOpen } from "@/lib/server/recovery/find-phone";
import { FindPhoneBegin, FindPhoneNumber } from "./_components/find-phone-forms";

export const generateMetadata = titled("找回手机号码");

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
      <PageHeading title={t("找回手机号码")}>
        {open ? null : t("更换了手机、号码被他人使用或手机号为空时，验证密码后绑定新的手机号码。")}
      </PageHeading>
      <Stepper steps={[t("验证密码"), t("绑定新手机号码")]} current={open ? 1 : 0} />
      {!open && reason === "STEPS_EXPIRED" && (
        <Alert
          tone="warning"
          role="status"
          title={problemText({ code: reason })}
          className="mb-6"
        />
      )}
      {open ? (
        <FindPhoneNumber region={slug} flow={String(flow)} />
      ) : (
        <FindPhoneBegin region={slug} />
      )}
    </LoginLayout>
  );
}
