import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { legacyPath, legacyStep } from "@/lib/flows/legacy-login";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { readLegacyFlow } from "@/lib/server/legacy/legacy-flow";
import { setHandlerPasswordAction } from "../actions";

export const metadata: Metadata = { title: "设置个人登录密码" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 个人登录密码, demanded at the first 普通登录 and in place of one that a manager set (辽宁 二(一)4, O1). */
export default async function SetPasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow: asked } = await searchParams;
  const flow = await readLegacyFlow(region.slug, asked, "LOGIN", new Date());
  if (!flow.ok) redirect(await pathAfterLegacyLogin(region.slug, asked));
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "SET_PASSWORD") {
    redirect(legacyPath(region.slug, id, data, entry));
  }
  const given = data.handler?.proof !== "SMS";
  return (
    <LoginLayout region={region}>
      <PageHeading title="设置个人登录密码">
        {given
          ? "您的密码由企业设置或重置，请改为只有您本人知道的密码。"
          : "请牢记您的个人登录密码，该密码与企业密码不同，今后可用于密码登录。"}
      </PageHeading>
      <FlowPasswordForm
        region={region.slug}
        flow={id}
        label="设置个人登录密码"
        submitLabel="保存"
        labels={{ newPassword: "个人登录密码", confirmPassword: "确认个人登录密码" }}
        hint="字母区分大小写；不能与企业密码相同，不能包含您的证件号码、手机号码、用户名"
        action={setHandlerPasswordAction}
        restart={{ href: `/${region.slug}/login/legacy`, label: "返回登录" }}
      />
    </LoginLayout>
  );
}
