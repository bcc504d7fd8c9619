import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { AccountShell } from "@/components/layout/account-shell";
import { t } from "@/components/texts/request-texts";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { requireSession } from "@/lib/server/session";
import { FunctionTrail } from "../_components/function-trail";
import { personnelLinks } from "../_components/personnel-links";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

/**
 * 账户中心: navigation beside its pages, each of which guards itself. A session of an old entry sees what it reaches there: the people
 * of its enterprise (O1).
 */
export default async function AccountLayout({ params, children }: Props) {
  const { slug } = await requireRegion(params);
  const session = await requireSession(slug, "ACTING");
  const { unreadMessages } = session;
  const account = `/${slug}/account`;
  const personnel = personnelLinks(session, new Date());
  if (isOldStyle(session.proofs)) {
    const home = { href: `/${slug}/home`, label: t("返回首页") };
    // 企业人员维护 itself leads managers on to 修改密码.
    return (
      <AccountShell label={t("企业人员")} groups={[{ items: [...personnel.slice(0, 1), home] }]}>
        {children}
      </AccountShell>
    );
  }
  return (
    <AccountShell
      label={t("账户中心")}
      groups={[
        {
          items: [{ href: account, label: t("个人信息") }],
        },
        {
          title: t("企业与授权"),
          items: [
            { href: `${account}/enterprise`, label: t("企业基本信息") },
            { href: `${account}/authorizations`, label: t("企业授权管理") },
            { href: `${account}/staff`, label: t("人员权限管理") },
            ...personnel.map(({ href, label }) => ({ href, label: t.named(label) })),
            { href: `${account}/records`, label: t("企业办理记录") },
            { href: `${account}/switch`, label: t("身份切换") },
          ],
        },
        {
          title: t("个人信息管理"),
          items: [
            { href: `${account}/profile`, label: t("个人信息维护") },
            { href: `${account}/phones`, label: t("手机号码修改") },
            { href: `${account}/password`, label: t("个人密码修改") },
            { href: `${account}/real-name`, label: t("个人实名等级") },
            { href: `${account}/close`, label: t("用户注销") },
          ],
        },
        {
          title: t("安全与记录"),
          items: [
            { href: `${account}/messages`, label: t("消息中心"), count: unreadMessages },
            { href: `${account}/sessions`, label: t("登录设备与记录") },
            { href: `${account}/personal-data`, label: t("个人信息查询") },
          ],
        },
      ]}
    >
      <FunctionTrail region={slug} under="account" />
      {children}
    </AccountShell>
  );
}
