import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { managersOf } from "@/lib/server/functions/granted";
import type { CurrentSession } from "@/lib/server/session-store";

type NotManagingProps = {
  /** The page it stands in for. */
  title: string;
  region: string;
  session: CurrentSession;
};

/** In place of a page for managers, for whoever manages nobody: why, and who does (E1). */
export async function NotManaging({ title, region, session: { acting } }: NotManagingProps) {
  const inside = acting.kind === "ENTERPRISE";
  const managers = inside ? await managersOf(acting.enterprise.id) : [];
  return (
    <>
      <PageHeading title={title} />
      <Alert tone="warning" title={messageOf({ code: "ONLY_MANAGERS" })}>
        <p>
          {inside
            ? "您可以在“企业授权管理”中查看或解除自己的授权。"
            : "请以法定代表人或财务负责人的身份进入企业业务后办理。"}
        </p>
      </Alert>
      {managers.length > 0 && (
        <section aria-labelledby="managers" className="mt-6">
          <h2 id="managers" className="text-lg">
            本企业的管理人员
          </h2>
          <ul className="mt-2 list-disc pl-6">
            {managers.map(({ id, role, name }) => (
              <li key={id}>
                {roleLabel(role)}：{name}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region}/account/authorizations`} className={buttonClass("primary")}>
          前往企业授权管理
        </Link>
        <Link href={`/${region}/account/switch`} className={buttonClass("secondary")}>
          选择其他身份
        </Link>
      </div>
    </>
  );
}
