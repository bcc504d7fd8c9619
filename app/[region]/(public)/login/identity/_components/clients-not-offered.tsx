import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
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
    <section className="mt-8 grid gap-3" aria-label={t("不能选择的委托企业")}>
      {none && (
        <Alert tone="warning" role="status" title={t("没有可以选择的委托企业")}>
          {notOffered.length === 0 && (
            <p>
              {problemText({ code: "AGREEMENT_NOT_FOUND" })}
              {t("，或协议中未列明您为经办人员。请由您所在的机构通过企业业务入口报送。")}
            </p>
          )}
          <Link className="link" href={`/${region}/login`}>
            {t("返回登录")}
          </Link>
        </Alert>
      )}
      {notOffered.length > 0 && (
        <>
          <h2 className="font-semibold">{t("以下企业暂不能选择")}</h2>
          <ul className="grid gap-2 text-sm">
            {notOffered.map(({ name, reason, since }) => (
              <li key={`${name} ${since}`} className="border-line border-l-2 pl-3">
                <span className="block">{name}</span>
                <span className="text-muted">
                  {problemText({ code: reason })}
                  {t("（协议有效期至{day}）", { day: t.day(since) })}
                </span>
              </li>
            ))}
          </ul>
          <p className="text-muted text-sm">
            {t("继续代理的，请由机构重新报送《涉税专业服务协议要素信息采集表》。")}
          </p>
        </>
      )}
    </section>
  );
}
