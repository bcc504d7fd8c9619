import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** What to do about a certificate that does not sign in, shown under its sentence (L12). */
export function CertificateHelp({ region, code }: { region: string; code: string }): ReactNode {
  switch (code) {
    case "CERTIFICATE_PASSPHRASE_WRONG":
      return "证书口令是导出或领取证书时设置的口令，不是个人用户密码；忘记口令请向颁发机构重新申领。";
    case "ENTERPRISE_UNKNOWN":
      return "请确认证书所属企业由本税务局管辖；新办企业请先完成税务信息确认。";
    case "NO_PERSON_TO_CHOOSE":
      return (
        <Link className="link" href={`/${region}/register`}>
          去用户注册
        </Link>
      );
    case "CERTIFICATE_LOGIN_UNAVAILABLE":
    case "CERTIFICATE_SM2":
    case "CERTIFICATE_REVOKED":
    case "CERTIFICATE_EXPIRED":
    case "CERTIFICATE_REVOCATION_UNKNOWN":
    case "FLOW_EXPIRED":
      return (
        <Link className="link" href={`/${region}/login`}>
          返回登录
        </Link>
      );
    default:
      return null;
  }
}
