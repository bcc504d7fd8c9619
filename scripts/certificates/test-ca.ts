/** `npm run certificates:test-ca`: makes the test authority and the certificates of the demo data anew (测试证书). */
import demo from "@/prisma/seed/demo.json";
import { makeTestCertificates } from "./make-test-certificates";

const paths = await makeTestCertificates(new Date());
process.stdout.write(
  `已生成测试证书，口令 passphrase: ${demo.password}\n${paths.join("\n")}\n` +
    "请勿在正式环境信任测试机构 never trust it in production: data/certificates/anchors/test-ca.pem\n",
);
