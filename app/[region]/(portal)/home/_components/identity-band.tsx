import { groupCreditCode } from "@/lib/domain/credit-code";
import { projectKindLabel } from "@/lib/labels";
import type { CurrentSession } from "@/lib/server/session-store";
import { identityLabel } from "../../_components/identity-label";
import { ListSearch } from "../../_components/list-search";

/** Whose business is done here, and the search for functions. */
export function IdentityBand({ session, search }: { session: CurrentSession; search: string }) {
  const { acting } = session;
  const { name, role } = identityLabel(acting);
  return (
    <div className="border-line border-b bg-accent-soft">
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-6 sm:px-6 md:grid-cols-[minmax(0,1fr)_24rem] md:items-end">
        <div className="min-w-0">
          <h1 className="text-xl">{name}</h1>
          <p className="mt-1 text-muted">{role ?? `${session.personName}本人的税费业务`}</p>
          <dl className="mt-2 flex flex-wrap gap-x-6 text-sm">
            {factsOf(session).map(({ label, value }) => (
              <div key={label} className="flex flex-wrap gap-x-2">
                <dt className="text-muted">{label}</dt>
                <dd className="tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <ListSearch label="搜索功能" search={search} />
      </div>
    </div>
  );
}

function factsOf({ acting }: CurrentSession): { label: string; value: string }[] {
  if (acting.kind === "PERSON") return [];
  const { creditCode, taxAuthority } = acting.enterprise;
  const code = { label: "纳税人识别号", value: groupCreditCode(creditCode) };
  if (acting.kind !== "PROJECT") return [code, { label: "主管税务机关", value: taxAuthority }];
  return [
    code,
    { label: projectKindLabel(acting.projectKind), value: acting.number },
    { label: "主管税务机关", value: acting.projectAuthority },
  ];
}
