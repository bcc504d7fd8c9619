import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { AccountShell } from "@/components/layout/account-shell";
import { requireSession } from "@/lib/server/session";
import { FunctionTrail } from "../_components/function-trail";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

/** 账户中心: navigation beside its pages. */
export default async function AccountLayout({ params, children }: Props) {
  const { slug } = await requireRegion(params);
  const { unreadMessages } = await requireSession(slug);
  const account = `/${slug}/account`;
  return (
    <AccountShell
      label="账户中心"
      groups={[
        {
          items: [{ href: account, label: "个人信息" }],
        },
        {
          title: "企业与授权",
          items: [
            { href: `${account}/enterprise`, label: "企业基本信息" },
            { href: `${account}/authorizations`, label: "企业授权管理" },
            { href: `${account}/staff`, label: "人员权限管理" },
            { href: `${account}/records`, label: "企业办理记录" },
            { href: `${account}/switch`, label: "身份切换" },
          ],
        },
        {
          title: "个人信息管理",
          items: [
            { href: `${account}/profile`, label: "个人信息维护" },
            { href: `${account}/phones`, label: "手机号码修改" },
            { href: `${account}/password`, label: "个人密码修改" },
            { href: `${account}/real-name`, label: "个人实名等级" },
            { href: `${account}/close`, label: "用户注销" },
          ],
        },
        {
          title: "安全与记录",
          items: [
            { href: `${account}/messages`, label: "消息中心", count: unreadMessages },
            { href: `${account}/sessions`, label: "登录设备与记录" },
            { href: `${account}/personal-data`, label: "个人信息查询" },
          ],
        },
      ]}
    >
      <FunctionTrail region={slug} under="account" />
      {children}
    </AccountShell>
  );
}
