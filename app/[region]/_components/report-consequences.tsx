import { useTexts } from "#use-texts";
/** What 「不是我本人操作」 does, before it is done (B4). */
export function ReportConsequences() {
  const t = useTexts();
  return (
    <>
      <p>{t("报告后：")}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>{t("您在所有设备和手机APP上的登录立即结束；")}</li>
        <li>{t("下次登录，通过双重验证后须修改密码；")}</li>
        <li>{t("自该操作起绑定的手机号码将被移除，之后可以重新添加；")}</li>
        <li>{t("您会得到一个报告编号，供咨询时使用。")}</li>
      </ul>
    </>
  );
}
