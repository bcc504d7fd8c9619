import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { isRegistered } from "@/lib/server/registration/register-flow";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("注册成功");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 注册成功, for the browser that has registered. */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const kind = await isRegistered(region.slug, (await searchParams).flow);
  if (!kind) redirect(`/${region.slug}/register`);
  const overseas = kind === "OVERSEAS_REGISTER";
  return (
    <RegisterPage region={region} overseas={overseas} heading={t("注册成功")}>
      <Alert tone="success" title={t("您的账户已可以使用")} className="mb-6">
        <p>
          {overseas
            ? t("请从自然人业务登录，验证码发送至您的电子邮箱。")
            : t("请从自然人业务登录；与企业有关联关系的，也可以从企业业务、代理业务登录。")}
          {t("登录时除密码外还需再验证一次。")}
        </p>
      </Alert>
      {!overseas && (
        <p className="mb-6 text-muted">
          {t(
            "税务登记中有您的企业：担任法定代表人的已自动绑定；其他身份请登录后在“账户中心”确认授权。",
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Link href={`/${region.slug}/login`} className={buttonClass("primary")}>
          {t("登录")}
        </Link>
        <Link href={`/${region.slug}`} className={buttonClass("secondary")}>
          {t("返回首页")}
        </Link>
      </div>
    </RegisterPage>
  );
}
