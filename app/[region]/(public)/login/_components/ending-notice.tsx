import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";

/** Announces the first day without the old entry (西藏 一2: 过渡期的具体时间之后会提前通知). */
export function EndingNotice({ endsOn }: { endsOn: string }) {
  return (
    <Alert tone="info" title={t("旧版登录将于{day}停止使用", { day: t.day(endsOn) })}>
      <p>{t("届时请使用新版登录。请提前注册自己的账户，并确认与企业的关联关系。")}</p>
    </Alert>
  );
}
