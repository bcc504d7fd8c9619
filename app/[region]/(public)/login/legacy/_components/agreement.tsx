"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { Link } from "@/components/ui/link";

/** 「同意协议」 (L11). */
export function Agreement({ region }: { region: string }) {
  return (
    <CheckboxField
      name="agreement"
      label="同意协议"
      hint={
        <>
          请阅读
          <Link className="link" href={`/${region}/terms`} target="_blank">
            用户服务协议
          </Link>
          、
          <Link className="link" href={`/${region}/privacy`} target="_blank">
            隐私政策
          </Link>
        </>
      }
    />
  );
}
