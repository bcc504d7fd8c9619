import type { ReactNode } from "react";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import type { FunctionRefusal } from "@/lib/domain/function-tree-grants";
import type { Role } from "@/lib/domain/relation-rules";
import { roleLabel } from "@/lib/labels";

type FunctionRefusedProps = {
  region: string;
  refusal: FunctionRefusal;
  /** Who can grant it; empty when it is not a matter of granting. */
  managers: readonly { id: string; role: Role; name: string }[];
  /** The way to ask them for it. */
  children?: ReactNode;
};

/** 为什么我看不到这个功能, and who can change that (B14). */
export function FunctionRefused({ region, refusal, managers, children }: FunctionRefusedProps) {
  return (
    <>
      <Alert tone="warning" title={t("为什么我看不到这个功能")}>
        <p>
          {problemText({ code: refusal })}
          {t("。")}
        </p>
      </Alert>
      {refusal === "NOT_GRANTED" ? (
        <section aria-labelledby="who" className="mt-6">
          <h2 id="who" className="text-lg">
            {t("谁可以授权")}
          </h2>
          <p className="mt-2">
            {t("企业的法定代表人或财务负责人可以为您授权。授权后立即生效，不需要重新登录。")}
          </p>
          {managers.length > 0 && (
            <ul className="mt-2 list-disc pl-6">
              {managers.map(({ id, role, name }) => (
                <li key={id}>
                  {t("{label}：", { label: t.named(roleLabel(role)) })}
                  {name}
                </li>
              ))}
            </ul>
          )}
          {children}
        </section>
      ) : (
        <p className="mt-6">{t("请切换到可以办理的身份。")}</p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region}/home`} className={buttonClass("primary")}>
          {t("返回首页")}
        </Link>
        <Link href={`/${region}/account/switch`} className={buttonClass("secondary")}>
          {t("选择其他身份")}
        </Link>
      </div>
    </>
  );
}
