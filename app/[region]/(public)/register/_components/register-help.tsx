import type { ReactNode } from "react";
import { useTexts } from "#use-texts";
import { Link } from "@/components/ui/link";
import { registerStepPath } from "@/lib/flows/register-pages";

/** What to do about a problem of a registration, shown under its sentence. */
export function RegisterHelp({
  region,
  code,
  flow,
}: {
  region: string;
  code: string;
  /** The registration, where its user name can be changed. */
  flow?: string;
}): ReactNode {
  const t = useTexts();
  switch (code) {
    case "DOCUMENT_REGISTERED":
    case "USER_REGISTERED":
    case "USER_BOUND":
      return (
        <>
          <HelpLink href={`/${region}/login`}>{t("登录")}</HelpLink>
          <HelpLink href={`/${region}/forgot-password`}>{t("忘记密码")}</HelpLink>
          <HelpLink href={`/${region}/find-phone`}>{t("找回手机号码")}</HelpLink>
        </>
      );
    case "HOLDER_PASSWORD_WRONG":
      return <HelpLink href={`/${region}/forgot-password`}>忘记密码</HelpLink>;
    case "HOLDER_PHONE_UNKNOWN":
      return <HelpLink href={`/${region}/find-phone`}>找回手机号码</HelpLink>;
    case "BINDING_EXPIRED":
    case "TICKET_USED":
      return <HelpLink href={`/${region}/register/enterprise`}>重新开始企业用户注册</HelpLink>;
    case "OVERSEAS_COLLECTED":
      return <HelpLink href={`/${region}/register`}>{t("用户注册")}</HelpLink>;
    case "USERNAME_TAKEN":
      return (
        flow && (
          <HelpLink href={registerStepPath(region, flow, "DETAILS")}>{t("修改用户名")}</HelpLink>
        )
      );
    case "REGISTRATION_EXPIRED":
    case "REGISTER_CODE_USED":
    case "REGISTER_CODE_TRIES_USED_UP":
    case "PHONE_VERIFIED_BY_OTHER":
      return <HelpLink href={`/${region}/register`}>{t("重新开始注册")}</HelpLink>;
    case "EMAIL_IN_USE":
      return <HelpLink href={`/${region}/register/overseas`}>{t("重新开始注册")}</HelpLink>;
    default:
      return null;
  }
}

function HelpLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link mr-4 inline-flex min-h-11 items-center" href={href}>
      {children}
    </Link>
  );
}
