/** `第2行：` before what is wrong with a line of several. */
function line(text: string) {
  return ({ line: number }: Record<string, string | number>) =>
    number === undefined ? text : `第${number}行：${text}`;
}

/** What is wrong with a client (业务系统客户端) a supervisor registers in the hall. */
export const OIDC_CLIENT_MESSAGES = {
  CLIENT_NOT_FOUND: "没有找到该客户端，请返回列表重新选择",
  CLIENT_CHANGED: "该客户端刚刚被其他主管修改或停用，请刷新页面后重试",
  CLIENT_DISABLED: "该客户端已停用，请先启用",
  CLIENT_WITHOUT_SECRET: "该客户端以私钥签名认证，没有密钥可以更换",
  CLIENT_SECTOR_MIXED: "使用专用用户标识时，登录回调地址须在同一主机",
  CLIENT_URI_INVALID: line("地址须完整，以https://开头，不含空格和汉字，最多500个字符"),
  CLIENT_URI_HTTPS: line("地址须以https://开头"),
  CLIENT_URI_FRAGMENT: line("地址不能含有“#”"),
  CLIENT_URI_WILDCARD: line("地址不能含有“*”，请逐一填写完整地址"),
  CLIENT_URI_CREDENTIALS: line("地址不能含有用户名和密码"),
  CLIENT_URI_TWICE: line("地址与前面重复"),
  CLIENT_URI_PRIVATE: "本平台不能访问本机或内部网络的地址，请填写可从公网访问的地址",
  CLIENT_URI_UNKNOWN_HOST: "没有查到该主机的网络地址，请核对域名",
  CLIENT_URIS_MANY: ({ max }: Record<string, string | number>) => `最多填写${max}个地址`,
  CLIENT_KEYS_INVALID: "请粘贴JSON格式的公钥（JWK或JWKS），最多5个",
  CLIENT_KEYS_PRIVATE:
    "粘贴的内容含有私钥，没有保存；私钥已经泄露，请立即作废该密钥，重新生成后只粘贴公钥",
  CLIENT_KEYS_UNSUPPORTED: "只接受用于签名的公钥：RSA（2048位以上）、P-256、P-384、P-521、Ed25519",
  CLIENT_KEYS_IDS: "有多个公钥时，每个公钥须有各自的kid",
} as const;
