import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/domain/china-time";
import { projectOptions } from "@/lib/server/identities/projects";
import { servedClients } from "@/lib/server/relations/own";
import type { CurrentSession } from "@/lib/server/session-store";

/** Whom the person can represent besides: clients by agreement, cross-region projects by role (B12). Shows nothing when nobody. */
export async function OtherIdentities({ session, now }: { session: CurrentSession; now: Date }) {
  const { personId, region } = session;
  const [{ clients, total }, projects] = await Promise.all([
    servedClients(personId, now),
    projectOptions({
      personId,
      enterpriseId: null,
      region,
      kind: null,
      search: "",
      subIdentity: true,
      now,
    }),
  ]);
  if (total === 0 && projects.length === 0) return null;
  return (
    <section aria-labelledby="others" className="mt-10">
      <h2 id="others" className="mb-2 text-lg">
        其他可以代表的身份
      </h2>
      <p className="mb-4 text-muted">
        由涉税专业服务协议、跨区域涉税事项报告确定，通过
        <Link href={`/${region}/account/switch`} className="link">
          身份切换
        </Link>
        或相应的登录入口进入。
      </p>
      <ul className="grid gap-2">
        {clients.map(({ id, client, agency, validTo }) => (
          <li key={id} className="border-line border-l-2 pl-3">
            <span className="block">{client}</span>
            <span className="text-muted text-sm">
              涉税代理人员（{agency}），协议有效期至{formatDay(validTo)}
            </span>
          </li>
        ))}
        {projects.map(({ identity, enterpriseName, name, number, validTo }) => (
          <li key={identity} className="border-line border-l-2 pl-3">
            <span className="block">
              {enterpriseName} · {name}
            </span>
            <span className="text-muted text-sm">
              跨区域项目 {number}
              {validTo && `，有效期至${formatDay(validTo)}`}
            </span>
          </li>
        ))}
      </ul>
      {total > clients.length && (
        <p className="mt-3 text-muted">共{total}家委托企业，其余请在身份切换中搜索。</p>
      )}
    </section>
  );
}
