"use client";

import { RealNameByScan } from "@/app/[region]/_components/real-name-by-scan";
import type { RealNameWay } from "@/lib/server/accounts/real-name";
import { RegisterHelp } from "../../../_components/register-help";
import { bindEnterpriseAction, certifierCodeAction } from "../../actions";

type CertifierRealNameProps = {
  region: string;
  flow: string;
  maskedName: string;
  ways: readonly RealNameWay[];
};

/** 企业认证人员 certifies on their own phone; the enterprise is bound by it. */
export function CertifierRealName({ region, flow, maskedName, ways }: CertifierRealNameProps) {
  return (
    <>
      <p className="mb-6">
        请企业认证人员<strong className="mx-1">{maskedName}</strong>
        用本人的手机扫描二维码认证，认证通过即授权您绑定该企业。
      </p>
      <RealNameByScan
        label="认证方式"
        ways={ways}
        create={(way) => certifierCodeAction({ region, flow, ...way })}
        takeUp={(ticket) => bindEnterpriseAction({ region, flow, ticket })}
        help={(code) => <RegisterHelp region={region} code={code} />}
      />
    </>
  );
}
