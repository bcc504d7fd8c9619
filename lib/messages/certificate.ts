import { formatMoment } from "@/lib/domain/china-time";
import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** Why a certificate does not sign in, and what to do about it (税务数字证书登录, L12). */
export const CERTIFICATE_MESSAGES = {
  CERTIFICATE_LOGIN_UNAVAILABLE: "税务数字证书登录暂不可用，请改用其他方式登录",
  CERTIFICATE_FILE_INVALID: "所选文件不是可用的证书文件，请选择扩展名为 .p12 或 .pfx 的证书文件",
  CERTIFICATE_FILE_UNSUPPORTED:
    "证书文件已损坏，或其加密方式（如国密 SM4）不受支持，请重新导出为 AES 或 3DES 加密的 .p12 文件",
  CERTIFICATE_FILE_TOO_LARGE: "所选文件过大，不是证书文件，请重新选择",
  CERTIFICATE_PASSPHRASE_WRONG: "证书口令错误，请重新输入",
  CERTIFICATE_KEY_MISSING: "证书文件中没有可用于签名的私钥，请选择含私钥的签名证书",
  CERTIFICATE_INSECURE:
    "当前连接不是安全连接（https），无法使用证书签名，请改用以 https 开头的网址",
  CERTIFICATE_UNREADABLE: "证书内容无法识别，请确认证书文件完整",
  CERTIFICATE_SM2:
    "暂不支持国密（SM2）算法的证书，请使用 RSA 或 ECC 算法的税务数字证书，或改用其他方式登录",
  CERTIFICATE_ALGORITHM_REFUSED:
    "证书的算法不够安全或不受支持（须为 RSA 2048 位及以上或 ECC，并以 SHA-256 及以上签名），请向颁发机构更换证书",
  CERTIFICATE_EXPIRED: ({ since }: Params) =>
    `证书已过期（有效期至 ${formatMoment(new Date(String(since)))}），请向颁发机构更新证书`,
  CERTIFICATE_NOT_YET_VALID: ({ since }: Params) =>
    `证书尚未生效（自 ${formatMoment(new Date(String(since)))} 起有效）`,
  CERTIFICATE_REVOKED: "证书已被吊销，不能用于登录，请向颁发机构申请新证书",
  CERTIFICATE_REVOCATION_UNKNOWN: "暂时无法核实证书是否已被吊销，请稍后重试或改用其他方式登录",
  CERTIFICATE_ISSUER_UNKNOWN: "证书不是由税务局认可的机构颁发，不能用于登录",
  CERTIFICATE_NOT_FOR_LOGIN: "该证书不能用于登录，请选择税务数字证书中的签名证书",
  CERTIFICATE_NO_TAXPAYER: "证书中没有统一社会信用代码/纳税人识别号，无法识别企业",
  CERTIFICATE_SIGNATURE_WRONG: "证书签名验证未通过，请重新登录",
  CERTIFICATE_CHALLENGE_EXPIRED: "本次验证已超时或已使用，请再次提交",
  CERTIFICATE_NOT_PRESENTED: "没有收到浏览器中的证书，请重新打开本页并选择证书",
  NO_PERSON_TO_CHOOSE:
    "该企业没有可以登录的办税人员，请先注册用户，并由法定代表人或财务负责人添加为办税人员",
  PERSON_REQUIRED: "请选择办税人员",
  PERSON_NOT_OFFERED: "所选办税人员不可用，请重新选择",
} as const;
