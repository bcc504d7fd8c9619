import type { ReactNode } from "react";
import { useTexts } from "#use-texts";
import { Link } from "@/components/ui/link";
import type { Problem } from "@/lib/domain/result";

type ProblemHelpProps = {
  region: string;
  problem: Pick<Problem, "code" | "params">;
};

/** What to do about a refused login, shown under its sentence (L5). */
export function ProblemHelp({ region, problem }: ProblemHelpProps): ReactNode {
  const t = useTexts();
  switch (problem.code) {
    case "PERSON_NOT_REGISTERED":
      return (
        <>
          {t("此前注册过的用户，可能因注销或手机号码重复而失效，重新注册后即可恢复。")}
          <HelpLink href={`/${region}/register`}>{t("去用户注册")}</HelpLink>
        </>
      );
    case "PHONE_UNKNOWN":
      return t("一个手机号码只能绑定一个人；该号码可能未注册，或已被他人验证使用。");
    case "PASSWORD_WRONG":
      return (
        <>
          {t("不记得密码或急需解锁？")}
          <HelpLink href={`/${region}/forgot-password`}>{t("忘记密码")}</HelpLink>
        </>
      );
    case "ACCOUNT_LOCKED":
      return <UnlockWays region={region} ways={String(problem.params?.ways ?? "")} />;
    case "ENTERPRISE_UNKNOWN":
      return t("请核对代码，并确认该企业由本税务局管辖；新办企业请先完成税务信息确认。");
    case "ENTERPRISE_UNCONFIRMED":
      return <HelpLink href={`/${region}/new-taxpayer`}>{t("了解新办纳税人套餐服务")}</HelpLink>;
    case "RELATION_NOT_FOUND":
      return t(
        "请联系该企业的法定代表人或财务负责人，在人员权限管理中添加您为办税人员；使用手机号码登录的，请改用证件号码再试。",
      );
    case "RELATION_WAITING":
      return t("请从自然人业务入口登录，确认企业发起的授权；您发起的申请，请联系企业同意。");
    case "HANDLER_FROZEN":
      return t("企业暂停了您的办税权限，请联系该企业的法定代表人或财务负责人解冻。");
    case "STAFF_NOT_LISTED":
      return t(
        "请由机构报送《涉税专业服务机构（人员）基本信息采集表》；办理本机构事宜请使用企业业务入口。",
      );
    default:
      return null;
  }
}

/** Links to the ways out of a lock (B2): those the answer says are open right now. */
function UnlockWays({ region, ways }: { region: string; ways: string }) {
  const t = useTexts();
  const open = ways.split(" ");
  if (ways === "") return null;
  return (
    <>
      {t("不记得密码或急需解锁？")}
      {open.includes("FORGOT_PASSWORD") && (
        <HelpLink href={`/${region}/forgot-password`}>{t("忘记密码")}</HelpLink>
      )}
      {open.includes("FACE") && <HelpLink href={`/${region}/unlock`}>{t("刷脸解锁")}</HelpLink>}
    </>
  );
}

function HelpLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link ml-1" href={href}>
      {children}
    </Link>
  );
}
