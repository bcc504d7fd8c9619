import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { formatDay } from "@/lib/domain/china-time";
import { messageOf } from "@/lib/messages";
import type { ClientNotOffered } from "@/lib/server/identities/clients";

type Props = {
  region: string;
  notOffered: readonly ClientNotOffered[];
  /** No client at all can be chosen. */
  none: boolean;
};

/** Why a client enterprise cannot be chosen (西藏 四(二)3). */
export function ClientsNotOffered({ region, notOffered, none }: Props) {
  if (!none && notOffered.length === 0) return null;
  return (
    <section className="mt-8 grid gap-3" aria-label="不能选择的委托企业">
      {none && (
        <Alert tone="warning" role="status" title="没有可以选择的委托企业">
          {notOffered.length === 0 && (
            <p>
              {messageOf({ code: "AGREEMENT_NOT_FOUND" })}
              ，或协议中未列明您为经办人员。请由您所在的机构通过企业业务入口报送。
            </p>
          )}
          <Link prefetch={false} className="link" href={`/${region}/login`}>
            返回登录
          </Link>
        </Alert>
      )}
      {notOffered.length > 0 && (
        <>
          <h2 className="font-semibold">以下企业暂不能选择</h2>
          <ul className="grid gap-2 text-sm">
            {notOffered.map(({ name, reason, since }) => (
              <li key={`${name} ${since}`} className="border-line border-l-2 pl-3">
                <span className="block">{name}</span>
                <span className="text-muted">
                  {messageOf({ code: reason })}（协议有效期至{formatDay(since)}）
                </span>
              </li>
            ))}
          </ul>
          <p className="text-muted text-sm">
            继续代理的，请由机构重新报送《涉税专业服务协议要素信息采集表》。
          </p>
        </>
      )}
    </section>
  );
}
