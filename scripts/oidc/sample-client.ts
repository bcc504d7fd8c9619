/**
 * `npm run oidc:sample-client [-- --origin http://localhost:4000 --region shandong --system invoice --third-party --pairwise]`: registers
 * the sample business system (examples/relying-party) as a client and prints its id and secret, once. For an address that
 * is registered already the secret is renewed.
 */
import { parseArgs } from "node:util";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { messageOf } from "@/lib/messages";
import { REGIONS } from "@/lib/regions/list";
import { newClientForm } from "@/lib/schemas/oidc-client";
import { problemsOf } from "@/lib/schemas/problems";
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";

const USAGE =
  "用法 Usage: npm run oidc:sample-client [-- --origin ORIGIN --region REGION --system SYSTEM --third-party --pairwise]\n" +
  `--region: ${REGIONS.map(({ slug }) => slug).join(", ")}\n`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        origin: { type: "string", default: "http://localhost:4000" },
        region: { type: "string", default: "shandong" },
        system: { type: "string", default: "invoice" },
        "third-party": { type: "boolean", default: false },
        pairwise: { type: "boolean", default: false },
      },
    }).values;
  } catch {
    return null;
  }
}

const options = readOptions();
const region = REGIONS.find(({ slug }) => slug === options?.region)?.slug;
if (!options || !region || !URL.canParse(options.origin)) {
  process.stderr.write(USAGE);
  process.exit(1);
}
const { origin } = new URL(options.origin);
const form = newClientForm.safeParse({
  name: "示例系统",
  businessSystem: options.system,
  kind: options["third-party"] ? "THIRD_PARTY" : "FIRST_PARTY",
  authMethod: "CLIENT_SECRET_BASIC",
  jwks: "",
  redirectUris: `${origin}/callback`,
  postLogoutRedirectUris: `${origin}/`,
  backchannelLogoutUri: `${origin}/backchannel-logout`,
  loginUri: `${origin}/login`,
  pairwise: options.pairwise,
  functions: FUNCTIONS.map(({ code }) => code),
  reason: "命令行登记示例系统",
});
await migrate(env().DATABASE_URL);
// Only now: the database is open from the first import, and has to have its tables.
const { registerByCommand } = await import("@/lib/server/oidc/client-command");
const done = form.success
  ? await registerByCommand(form.data, region, new Date())
  : { ok: false as const, problems: problemsOf(form.error.issues) };
if (done.ok) {
  const { clientId, secret } = done.value;
  process.stdout.write(
    `签发者 Issuer: ${env().APP_URL}/oidc\nCLIENT_ID=${clientId}\nCLIENT_SECRET=${secret}\n`,
  );
} else {
  for (const problem of done.problems) {
    process.stderr.write(`${problem.field ?? ""} ${messageOf(problem)}（${problem.code}）\n`);
  }
  process.stderr.write(USAGE);
  process.exitCode = 1;
}
process.exit();
