"use client";

import Link from "next/link";
import { useTexts } from "#use-texts";
import { CheckboxField } from "@/components/form/checkbox-field";

/** 我已阅读并同意 (L11), with both texts. */
export function AgreementField({ region }: { region: string }) {
  const t = useTexts();
  return (
    <CheckboxField name="agreement" label={t("我已阅读并同意用户服务协议、隐私政策")}>
      {t("我已阅读并同意")}
      <Link prefetch={false} className="link" href={`/${region}/terms`} target="_blank">
        {t("用户服务协议")}
      </Link>
      {t.locale === "en" ? " and the " : "、"}
      <Link prefetch={false} className="link" href={`/${region}/privacy`} target="_blank">
        {t("隐私政策")}
      </Link>
    </CheckboxField>
  );
}
