import { t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { roleLabel } from "@/lib/labels";
import { type EnterpriseOption, enterpriseOptions } from "@/lib/server/identities/enterprises";
import type { CurrentSession } from "@/lib/server/session-store";
import { IdentityTable } from "../../_components/identity-table";
import { type Keep, SwitchPages } from "./switch-pages";

type EnterprisesProps = { session: CurrentSession; search: string; page: number; keep: Keep };

/** 企业切换: the person's enterprises at this bureau, one row per role, and 自然人业务 (E3). */
export async function Enterprises({ session, search, page, keep }: EnterprisesProps) {
  const { personId, region, acting } = session;
  const { enterprises, total } = await enterpriseOptions({
    personId,
    region,
    search,
    page,
    now: new Date(),
  });
  const current = acting.kind === "ENTERPRISE" ? `relation:${acting.relationId}` : null;
  const person = {
    identity: "person",
    name: t("自然人业务"),
    spoken: t("自然人业务"),
    code: null,
    role: t("本人"),
    current: acting.kind === "PERSON",
    pinned: undefined,
  };
  const rows = [
    ...(search === "" && page === 1 ? [person] : []),
    ...enterprises.flatMap((each) => rowsOf(each, current)),
  ];
  return (
    <>
      {rows.length > 0 && (
        <IdentityTable
          caption={t("可以切换的企业和身份")}
          nameHeader={t("企业")}
          columns={[
            { key: "role", header: t("身份"), cell: (row) => row.role },
            {
              key: "code",
              header: t("纳税人识别号"),
              cell: (row) => (row.code ? groupCreditCode(row.code) : "—"),
            },
          ]}
          rows={rows}
        />
      )}
      {enterprises.length === 0 && (
        <div className="mt-4">
          <EmptyState
            title={search ? t("没有找到“{search}”", { search }) : t("没有可以切换的企业")}
          >
            {search
              ? t("请核对企业名称或纳税人识别号。")
              : t("企业为您授权后，或您的授权申请经企业同意后，会显示在这里。")}
          </EmptyState>
        </div>
      )}
      <SwitchPages keep={keep} search={search} page={page} total={total} />
    </>
  );
}

function rowsOf({ name, creditCode, roles }: EnterpriseOption, current: string | null) {
  return roles.map(({ identity, role, primary, pinned }) => ({
    identity,
    name,
    pinned,
    spoken: `${name} ${t.named(roleLabel(role, primary))}`,
    code: creditCode,
    role: t.named(roleLabel(role, primary)),
    current: identity === current,
  }));
}
