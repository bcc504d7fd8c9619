import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import type { SourceText } from "@/lib/english/dictionary";
import type { RegionProfile } from "@/lib/regions/types";
import type { CurrentSession } from "@/lib/server/session-store";
import { identityLabel } from "./identity-label";

/** What to do when an identity that was chosen may not be used any more. */
const ADVICE: Record<string, SourceText> = {
  HANDLER_FROZEN: "请联系该企业的法定代表人或财务负责人解冻后再办理。",
  RELATION_EXPIRED: "需要继续办理的，请企业重新授权。",
  RELATION_NOT_ACTIVE: "需要继续办理的，请企业重新授权。",
  NOT_BOUND:
    "企业已取消您的全部功能权限。需要继续办理的，请重新办理企业用户注册，或由企业在“授权信息”中添加您。",
  RELATION_WAITING: "请等待授权确认后再办理。",
  RELATION_NOT_YET_VALID: "请在授权生效后再办理。",
  AGREEMENT_EXPIRED: "继续代理的，请由机构重新报送《涉税专业服务协议要素信息采集表》。",
  AGREEMENT_TERMINATED: "继续代理的，请由机构重新报送《涉税专业服务协议要素信息采集表》。",
  PROJECT_NOT_FOUND: "项目可能已到期、已办结，或您已不再是其经办人、联系人。",
  ENTERPRISE_CLOSED: "如有疑问，请到办税服务厅办理。",
};

type Props = { region: RegionProfile; session: CurrentSession; problem: string };

/** In place of a page: why nothing can be done as this identity right now, and the ways on (B7). */
export function IdentityProblem({ region, session, problem }: Props) {
  const advice = ADVICE[problem];
  const { name, role } = identityLabel(session.acting);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
      <PageHeading title={t("当前身份暂不能办理业务")}>
        {name} {role}
      </PageHeading>
      <Alert tone="warning" title={problemText({ code: problem })}>
        {advice && <p>{t(advice)}</p>}
        <p className="mt-2 text-muted text-sm">
          {t("咨询{hotline}时请提供：{problem}，{moment}", {
            hotline: region.hotline,
            problem,
            moment: t.moment(new Date()),
          })}
        </p>
      </Alert>
      <p className="mt-6">{t("您的登录仍然有效，可以切换到其他身份，或点击页面上方的“退出”。")}</p>
      <Link href={`/${region.slug}/account/switch`} className={buttonClass("primary", "mt-4")}>
        {t("选择其他身份")}
      </Link>
    </div>
  );
}
