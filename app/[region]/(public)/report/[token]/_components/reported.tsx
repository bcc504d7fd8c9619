import Link from "next/link";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import type { RegionProfile } from "@/lib/regions/types";

/** The number of a report and what to do next (B4). */
export function Reported({ region, number }: { region: RegionProfile; number: string }) {
  return (
    <>
      <PageHeading title="已受理您的报告" />
      <Alert tone="success" role="status" title={`报告编号 ${number}`}>
        <p>请记下编号。您在所有设备上的登录已结束。</p>
      </Alert>
      <h2 className="mt-8 text-lg">接下来请您</h2>
      <ol className="mt-3 list-decimal space-y-2 pl-5">
        <li>重新登录，并按提示修改密码，不要使用其他网站用过的密码；</li>
        <li>登录后核对手机号码、用户名和企业授权，删除不认识的手机号码；</li>
        <li>没有可用手机号码的，请使用“找回手机号码”，或持证件到办税服务厅办理；</li>
        <li>已造成损失，或不能登录的，请拨打{region.hotline}并提供报告编号。</li>
      </ol>
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region.slug}/login`} className={buttonClass("primary")}>
          重新登录
        </Link>
        <Link href={`/${region.slug}/find-phone`} className={buttonClass("secondary")}>
          找回手机号码
        </Link>
      </div>
    </>
  );
}
