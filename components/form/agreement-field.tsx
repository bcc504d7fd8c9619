"use client";

import { useTexts } from "#use-texts";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Link } from "@/components/ui/link";

/** 我已阅读并同意 (L11), with both texts. */
export function AgreementField({ region }: { region: string }) {
  const t = useTexts();
  return (
    <CheckboxField name="agreement" label={t("我已阅读并同意用户服务协议、隐私政策")}>
      {t("我已阅读并同意")}
      <Link className="link" href={`/${region}/terms`} target="_blank">
        {t("用户服务协议")}
      </Link>
      {t.locale === "en" ? " and the " : "、"}
      <Link className="link" href={`/${region}/privacy`} target="_blank">
        {t("隐私政策")}
      </Link>
    </CheckboxField>
  );
}
