import { cookies } from "next/headers";
import { Document } from "@/app/_components/document";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { PageWords } from "@/components/texts/page-words";
import { setLocale, t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { COMMON_WORDS } from "@/lib/english/areas";
import type { SourceText } from "@/lib/english/dictionary";
import { LOCALE_COOKIE, readLocale } from "@/lib/regions/editions";

/** What a person can do about a problem of the system they came from (RFC 6749 4.1.2.1). */
const SENTENCES: Readonly<Record<string, SourceText>> = {
  invalid_client:
    "该业务系统没有在本局登记，或者已经停用。请从电子税务局首页进入，或联系该系统的管理人员。",
  invalid_redirect_uri:
    "该业务系统的返回地址没有登记，为了您的账户安全，没有继续。请联系该系统的管理人员。",
  CONSENT_OVER: "授权页面已失效，请回到业务系统重新登录。",
};
const EXPIRED: SourceText = "登录请求已失效，或不是从这个浏览器开始的。请回到业务系统重新登录。";

/** `error` may be anything a visitor wrote into the address. */
function sentenceOf(error: string): SourceText {
  return (Object.hasOwn(SENTENCES, error) && SENTENCES[error]) || EXPIRED;
}

async function visitorLocale() {
  return readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
}

export async function generateMetadata() {
  setLocale(await visitorLocale());
  return { title: t("无法进入业务系统") };
}

type Props = { searchParams: Promise<{ error?: string | string[] }> };

/** A request of a business system (单点登录) that cannot be answered there. */
export default async function SignInProblemPage({ searchParams }: Props) {
  const locale = await visitorLocale();
  setLocale(locale);
  const { error } = await searchParams;
  return (
    <Document locale={locale}>
      <PageWords words={COMMON_WORDS}>
        <PublicShell>
          <PageHeading title={t("无法进入业务系统")}>{t(sentenceOf(String(error)))}</PageHeading>
          <p className="mb-6 text-muted">{t("需要帮助请拨打 12366。")}</p>
          <Link href="/" className={buttonClass()}>
            {t("返回电子税务局")}
          </Link>
        </PublicShell>
      </PageWords>
    </Document>
  );
}
