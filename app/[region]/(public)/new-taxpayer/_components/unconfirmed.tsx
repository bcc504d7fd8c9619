import { randomUUID } from "node:crypto";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { groupCreditCode } from "@/lib/domain/credit-code";
import type { UnconfirmedEnterprise } from "@/lib/server/registry/new-taxpayer";
import { ConfirmEnterprise } from "./confirm-enterprise";

type UnconfirmedProps = {
  region: string;
  session: { personName: string; identityVersion: number };
  enterprises: readonly UnconfirmedEnterprise[];
};

/** Enterprises that wait for this person's confirmation, with what the registry says of each. */
export function Unconfirmed({ region, session, enterprises }: UnconfirmedProps) {
  if (enterprises.length === 0) {
    return (
      <EmptyState
        title="没有待您确认的企业"
        action={
          <Link href={`/${region}/home`} className={buttonClass("primary")}>
            返回首页
          </Link>
        }
      >
        {session.personName}担任法定代表人、尚未完成信息确认的企业会显示在这里。
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-6">
      {enterprises.map(({ id, name, creditCode, taxAuthority, people }) => (
        <Card key={id}>
          <h2 className="mb-2 text-lg">{name}</h2>
          <DescriptionList
            items={[
              { name: "统一社会信用代码/纳税人识别号", value: groupCreditCode(creditCode) },
              { name: "主管税务机关", value: taxAuthority },
              {
                name: "登记人员",
                value: people.map((person) => (
                  <span key={person.id} className="block">
                    {person.role}：{person.name}
                  </span>
                )),
              },
            ]}
          />
          <p className="my-4 text-muted text-sm">
            确认后企业立即可以办税，登记的其他人员须本人确认授权。信息有误的，请不要确认，到办税服务厅更正。
          </p>
          <ConfirmEnterprise
            filing={randomUUID()}
            identityVersion={session.identityVersion}
            enterprise={id}
            name={name}
          />
        </Card>
      ))}
    </div>
  );
}
