"use client";

import Link from "next/link";
import { CheckboxField } from "@/components/form/checkbox-field";

/** 我已阅读并同意 (L11), with both texts. */
export function AgreementField({ region }: { region: string }) {
  return (
    <CheckboxField name="agreement" label="我已阅读并同意用户服务协议、隐私政策">
      我已阅读并同意
      <Link prefetch={false} className="link" href={`/${region}/terms`} target="_blank">
        用户服务协议
      </Link>
      、
      <Link prefetch={false} className="link" href={`/${region}/privacy`} target="_blank">
        隐私政策
      </Link>
    </CheckboxField>
  );
}
