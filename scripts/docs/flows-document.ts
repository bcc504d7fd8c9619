import { MAX_FAILURES } from "@/lib/domain/lockout";
import {
  ABSOLUTE_HOURS,
  IDLE_MINUTES,
  SLIDE_SECONDS,
  WARN_SECONDS,
} from "@/lib/domain/session-limits";
import {
  CODE_DIGITS,
  CODE_TTL_MINUTES,
  MAX_CODE_TRIES,
  MESSAGES_PER_WINDOW,
  RESEND_SECONDS,
  WINDOW_MINUTES,
} from "@/lib/domain/sms-quota";
import {
  ACCOUNT_FLOW_MINUTES,
  type AccountFlowKind,
  accountFlowData,
  accountFlowPath,
  recoveryStep,
} from "@/lib/flows/account";
import {
  CERTIFICATE_FLOW_MINUTES,
  certificateFlowData,
  certificatePath,
} from "@/lib/flows/certificate-login";
import { LEGACY_FLOW_MINUTES, legacyFlowData } from "@/lib/flows/legacy-login";
import {
  LOGIN_FLOW_MINUTES,
  type LoginFlowData,
  loginFlowData,
  loginPath,
  loginStep,
} from "@/lib/flows/login";
import {
  REGISTER_FLOW_MINUTES,
  type RegisterFlowData,
  registerFlowData,
  registerPath,
  registerStep,
} from "@/lib/flows/register";

const STEP_NAMES: Record<ReturnType<typeof loginStep>, string> = {
  VERIFY: "身份验证: a code proves the second factor",
  CHANGE_PASSWORD:
    "修改初始密码, 修改密码: a password that may not stay is replaced by one of the person's own",
  IDENTITY: "role, client or project is chosen; with one way to go the login ends by itself",
};

/** What a login knows right after the first factor. */
const PROVED_FIRST: LoginFlowData = {
  personId: "",
  accountId: "",
  identifierKind: "PHONE",
  phoneId: null,
  enterpriseId: null,
  projectKind: null,
  mustChangePassword: false,
  secondFactor: null,
  app: null,
  scanned: null,
};

/** Every combination of the facts a step depends on, asked of the flow itself. */
function stepRows(): string[] {
  const factors = loginFlowData.shape.secondFactor.unwrap().options;
  return [null, ...factors].flatMap((secondFactor) =>
    [false, true].map((mustChangePassword) => {
      const data = { ...PROVED_FIRST, secondFactor, mustChangePassword };
      const step = loginStep(data);
      const page = loginPath("R", "ID", data);
      const factor = secondFactor ?? "none yet";
      const password = mustChangePassword ? "to be changed" : "chosen by the person";
      return `| ${factor} | ${password} | \`${step}\` | ${STEP_NAMES[step]} | \`${page}\` |`;
    }),
  );
}

const ACCOUNT_FLOWS: Record<AccountFlowKind, { begins: string; ends: string }> = {
  FORGOT_PASSWORD: {
    begins: "忘记密码: an account and the human check",
    ends: "a new password; all sessions end, all locks open",
  },
  CHANGE_PASSWORD: {
    begins: "忘记旧密码 in a session",
    ends: "a new password; all other sessions end, all locks open",
  },
  FIND_PHONE: {
    begins: "找回手机号码: an account, its password and the human check",
    ends: "a phone that a code went to, the default one if there is none",
  },
  ADD_PHONE: { begins: "the first code of 添加手机号码 in a session", ends: "one more phone" },
  CLOSE_ACCOUNT: {
    begins: "the first code, or code to scan, of 用户注销 in a session",
    ends: "the account closed, by password and that proof",
  },
};

function accountRows(): string[] {
  return Object.entries(ACCOUNT_FLOWS).map(([kind, { begins, ends }]) => {
    const page = accountFlowPath(kind as AccountFlowKind, "R", "ID");
    return `| \`${kind}\` | ${begins} | ${ends} | \`${page}\` |`;
  });
}

/** Where setting a forgotten password stands, for every proof there is. */
function recoveryRows(): string[] {
  return [null, ...accountFlowData.shape.proof.unwrap().options].map((proof) => {
    const [one, both] = [false, true].map((asked) => recoveryStep({ proof, both: asked }));
    return `| ${proof ?? "none yet"} | \`${one}\` | \`${both}\` |`;
  });
}

const REGISTER_STEP_NAMES: Record<ReturnType<typeof registerStep>, string> = {
  DETAILS: "基本信息填写: phone and code (境外自然人: mailbox and code), password, user name",
  FACE: "人脸识别认证: a face before the phone's camera, by a scanned code",
  CONFIRM:
    "what was given is shown, masked, and completed: person, account, phone, level, relations",
};

/** What a registration knows right after 身份信息校验. */
const IDENTITY_GIVEN: RegisterFlowData = {
  overseas: false,
  documentType: "RESIDENT_ID",
  country: "CN",
  documentNumberCipher: "",
  documentNumberIndex: "",
  name: "",
  details: null,
  face: "NEEDED",
  enterpriseUser: false,
  holder: null,
};

/** The same of a registration. */
function registerRows(): string[] {
  const given = { contactCipher: "", contactIndex: "", passwordHash: "", username: null };
  return [null, given].flatMap((details) =>
    registerFlowData.shape.face.options.map((face) => {
      const data = { ...IDENTITY_GIVEN, details, face };
      const step = registerStep(data);
      const page = registerPath("R", "ID", data);
      return `| ${details ? "given" : "none yet"} | \`${face}\` | \`${step}\` | ${REGISTER_STEP_NAMES[step]} | \`${page}\` |`;
    }),
  );
}

/** The flows of the old entry (旧版登录): one kind, a task each. */
function legacySection(): string {
  const tasks = legacyFlowData.options.map(({ shape }) => {
    const { task, ...facts } = shape;
    return `| ${task.value} | ${Object.keys(facts).join(", ")} |`;
  });
  return `## LEGACY_LOGIN

Begins when the enterprise's password at an old entry is right (for RECOVERY: when it was forgotten). Lives ${LEGACY_FLOW_MINUTES} minutes. Why: [decision 20](decisions/0020-old-entries.md).

| Task | Facts |
|---|---|
${tasks.join("\n")}

A login goes people → (own password) → (client, or project) → session, as far as its facts reach; see \`legacyStep\`.`;
}

/** The text of docs/flows.md: kinds of flow, their steps and lifetimes, computed from the code. */
export function flowsDocument(): string {
  const accountFacts = Object.keys(accountFlowData.shape).map((name) => `\`${name}\``);
  const facts = Object.keys(loginFlowData.shape).map((name) => `\`${name}\``);
  return `# Flows

Made from \`lib/flows\` and \`lib/domain\` by \`npm run docs\`; a test keeps it up to date. Why flows are built this way: [decision 5](decisions/0005-flows-bound-to-a-browser.md).

## LOGIN

Begins when the password at one of the four entries is right and the person is admitted there. Lives ${LOGIN_FLOW_MINUTES} minutes. Ends with a login session, once.

Facts: ${facts.join(", ")}.

Where a login stands is computed from its facts (\`R\` is the bureau, \`ID\` the flow):

| Second factor proved | Password | Step | What happens | Page |
|---|---|---|---|---|
${stepRows().join("\n")}

## REGISTER, OVERSEAS_REGISTER

Begins when 身份信息校验 lets a document register: directly, after a collection at a hall, or as 境外自然人. Lives ${REGISTER_FLOW_MINUTES} minutes. Ends with an account, once. Until then there is no person: a
face enrolled meanwhile belongs to the flow.

Facts: ${Object.keys(registerFlowData.shape)
    .map((name) => `\`${name}\``)
    .join(", ")}.

| Details | Face | Step | What happens | Page |
|---|---|---|---|---|
${registerRows().join("\n")}

Details may be looked at again and password and user name changed until the end. Who was collected at a hall with a photograph is \`SKIPPED\`.

## Flows about one's own account

Bound to the browser and, when somebody is signed in, to the session. Live ${ACCOUNT_FLOW_MINUTES} minutes; each ends once.

Facts: ${accountFacts.join(", ")}.

| Kind, and purpose of its codes and faces | Begins with | Ends with | Page |
|---|---|---|---|
${accountRows().join("\n")}

Where \`FORGOT_PASSWORD\` and \`CHANGE_PASSWORD\` stand:

| Proved by | Step | Step where code and real name both are asked for |
|---|---|---|
${recoveryRows().join("\n")}

## LEGACY_LOGIN

Begins when a certificate (税务数字证书) has identified an enterprise, at \`${certificatePath("R", "ID")}\`, where one of its people is chosen (办税人员选择): a LOGIN flow of that person follows, with the certificate in place of the password. Lives ${CERTIFICATE_FLOW_MINUTES} minutes. Ends with the login session of that flow, once.

Facts: ${Object.keys(certificateFlowData.shape)
    .map((name) => `\`${name}\``)
    .join(", ")}.

${legacySection()}

## Codes

| What | How much |
|---|---|
| Digits of a code | ${CODE_DIGITS} |
| A code can be used for | ${CODE_TTL_MINUTES} minutes |
| Wrong tries that burn a verification, over all its codes | ${MAX_CODE_TRIES} |
| Another code can be asked for after | ${RESEND_SECONDS} seconds |
| Messages to one phone or mailbox, all purposes and bureaus together | ${MESSAGES_PER_WINDOW} in ${WINDOW_MINUTES} minutes from the first |
| Failures of one method in a day that lock | ${MAX_FAILURES}, until the next midnight of Asia/Shanghai |

## Sessions

| What | How much |
|---|---|
| Ends without a request for | ${IDLE_MINUTES} minutes |
| Ends after the login in any case | ${ABSOLUTE_HOURS} hours |
| A countdown warns before the end | ${WARN_SECONDS} seconds |
| A request moves the idle limit at most every | ${SLIDE_SECONDS} seconds |
`;
}
