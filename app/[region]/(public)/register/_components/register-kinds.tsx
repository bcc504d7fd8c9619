import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

const KINDS = [
  {
    path: "person",
    label: "自然人注册",
    text: "用手机号码注册本人的账户，用支付宝或微信实名认证。",
  },
  {
    path: "enterprise",
    label: "企业用户注册",
    text: "注册并绑定企业，由企业的法定代表人或财务负责人认证；已注册的自然人直接绑定企业。",
  },
] as const;

/** 账户注册: which of the two (云南 2.2). */
export function RegisterKinds({ region, expired }: { region: RegionProfile; expired: boolean }) {
  return (
    <PublicShell region={region}>
      <PageHeading title={t("账户注册")} />
      <div className="max-w-xl">
        {expired && (
          <Alert
            role="status"
            title={problemText({ code: "REGISTRATION_EXPIRED" })}
            className="mb-6"
          />
        )}
        <ul className="grid gap-4">
          {KINDS.map(({ path, label, text }) => (
            <li key={path}>
              <Card>
                <Link
                  className="link inline-flex min-h-11 items-center font-semibold text-lg"
                  href={`/${region.slug}/register/${path}`}
                >
                  {t(label)}
                </Link>
                <p className="text-muted">{t(text)}</p>
              </Card>
            </li>
          ))}
        </ul>
        <p className="mt-6">
          {t("已有账户？")}
          <Link className="link" href={`/${region.slug}/login`}>
            {t("返回登录")}
          </Link>
        </p>
      </div>
    </PublicShell>
  );
}
