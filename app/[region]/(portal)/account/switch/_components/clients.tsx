import { AsWritten } from "@/components/texts/as-written";
import { problemText, t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { type ClientNotOffered, clientOptions } from "@/lib/server/identities/clients";
import type { CurrentSession } from "@/lib/server/session-store";
import { IdentityTable } from "../../_components/identity-table";
import { type Keep, SwitchPages } from "./switch-pages";

type ClientsProps = {
  session: CurrentSession;
  agency: { id: string; name: string };
  search: string;
  page: number;
  keep: Keep;
};

/** 企业切换 of an agent: the clients of the agency they work for (G3), and why others are missing. */
export async function Clients({ session, agency, search, page, keep }: ClientsProps) {
  const { personId, acting } = session;
  const { clients, total, more, notOffered } = await clientOptions({
    personId,
    agencyId: agency.id,
    search,
    page,
    now: new Date(),
  });
  const current = acting.kind === "CLIENT" ? `client:${acting.agreementStaffId}` : null;
  return (
    <>
      <p className="mb-4 text-muted">{t("{agency}的委托企业", { agency: agency.name })}</p>
      {clients.length > 0 ? (
        <>
          <IdentityTable
            caption={t("可以切换的委托企业")}
            nameHeader={t("委托企业")}
            columns={[
              { key: "code", header: t("纳税人识别号"), cell: (row) => groupCreditCode(row.code) },
              { key: "until", header: t("协议有效期至"), cell: (row) => t.day(row.until) },
            ]}
            rows={clients.map(({ identity, name, creditCode, validTo, pinned }) => ({
              identity,
              name,
              spoken: name,
              code: creditCode,
              until: validTo,
              pinned,
              current: identity === current,
            }))}
          />
          <SwitchPages keep={keep} search={search} page={page} total={total} more={more} />
        </>
      ) : (
        <EmptyState
          title={search ? t("没有找到“{search}”", { search }) : t("没有可以切换的委托企业")}
        >
          {!search && notOffered.length === 0 && problemText({ code: "AGREEMENT_NOT_FOUND" })}
          {search && t("请核对企业名称或纳税人识别号。")}
        </EmptyState>
      )}
      {more && !search && (
        <p className="mt-4 text-muted">{t("委托企业较多：没有列出的，请搜索企业名称查看原因。")}</p>
      )}
      <NotOffered notOffered={notOffered} />
    </>
  );
}

function NotOffered({ notOffered }: { notOffered: readonly ClientNotOffered[] }) {
  if (notOffered.length === 0) return null;
  return (
    <section aria-labelledby="not-offered" className="mt-6">
      <h3 id="not-offered" className="mb-2">
        {t("以下企业暂不能切换")}
      </h3>
      <ul className="grid gap-2">
        {notOffered.map(({ name, reason, since }) => (
          <li key={`${name} ${since}`} className="border-line border-l-2 pl-3">
            <span className="block">
              <AsWritten>{name}</AsWritten>
            </span>
            <span className="text-muted text-sm">
              {problemText({ code: reason })}
              {t("（协议有效期至{day}）", { day: t.day(since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
