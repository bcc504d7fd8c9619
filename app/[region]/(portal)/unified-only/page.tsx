import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { isManager } from "@/lib/domain/relation-rules";
import { messageOf } from "@/lib/messages";
import { legacyStyleOf } from "@/lib/regions/entry-styles";
import { requireSession } from "@/lib/server/session";

export const metadata: Metadata = { title: "请使用新版登录" };

/** What a session of the old entry does not reach: the person's own account, and other identities (O1). */
export default async function UnifiedOnlyPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const { acting } = await requireSession(region.slug, "ACTING");
  const manages = acting.kind === "ENTERPRISE" && isManager(acting.role);
  const grants = manages && legacyStyleOf(region)?.grants;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8">
      <PageHeading title="请使用新版登录" />
      <Alert tone="info" title={messageOf({ code: "UNIFIED_ONLY" })}>
        <p>
          账户中心和身份切换属于您个人。旧版登录由企业密码开始，不能证明是您本人的账户；请用您的个人用户密码登录后办理。
        </p>
      </Alert>
      {grants && (
        <p className="mt-6">
          管理本企业的用户：
          <Link className="link" href={`/${region.slug}/account/grants`}>
            授权信息
          </Link>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region.slug}/login/unified`} className={buttonClass("primary")}>
          新版登录
        </Link>
        <Link href={`/${region.slug}/home`} className={buttonClass("secondary")}>
          返回首页
        </Link>
      </div>
    </div>
  );
}
