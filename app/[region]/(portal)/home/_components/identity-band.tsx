import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { projectKindLabel } from "@/lib/labels";
import type { CurrentSession } from "@/lib/server/session-store";
import { identityLabel } from "../../_components/identity-label";

type IdentityBandProps = {
  session: CurrentSession;
  notices: { todos: readonly unknown[]; reminders: readonly unknown[] };
};

/** Whose business is done here, and how much waits below. */
export function IdentityBand({ session, notices }: IdentityBandProps) {
  const { acting } = session;
  const { name, role } = identityLabel(acting);
  return (
    <div className="border-line border-b bg-accent-soft">
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-6 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto] md:items-end">
        <div className="min-w-0">
          <h1 className="text-xl">
            <AsWritten>{name}</AsWritten>
          </h1>
          <p className="mt-1 text-muted">
            {role ?? t("{person}本人的税费业务", { person: session.personName })}
          </p>
          <dl className="mt-2 flex flex-wrap gap-x-6 text-sm">
            {factsOf(session).map(({ label, value }) => (
              <div key={label} className="flex flex-wrap gap-x-2">
                <dt className="text-muted">{label}</dt>
                <dd className="tabular-nums">
                  <AsWritten>{value}</AsWritten>
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <p className="no-print flex flex-wrap gap-3">
          <Jump to="todos" label={t("待办")} count={notices.todos.length} />
          <Jump to="reminders" label={t("提醒")} count={notices.reminders.length} />
        </p>
      </div>
    </div>
  );
}

/** The way to an area of 消息区, which stands below everything else. */
function Jump({ to, label, count }: { to: string; label: string; count: number }) {
  return (
    <a href={`#${to}`} className={buttonClass("secondary")}>
      {label}
      <span className="tabular-nums">{count}</span>
    </a>
  );
}

function factsOf({ acting }: CurrentSession): { label: string; value: string }[] {
  if (acting.kind === "PERSON") return [];
  const { creditCode, taxAuthority } = acting.enterprise;
  const code = { label: t("纳税人识别号"), value: groupCreditCode(creditCode) };
  if (acting.kind !== "PROJECT") return [code, { label: t("主管税务机关"), value: taxAuthority }];
  return [
    code,
    { label: t.named(projectKindLabel(acting.projectKind)), value: acting.number },
    { label: t("主管税务机关"), value: acting.projectAuthority },
  ];
}
