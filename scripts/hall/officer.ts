/**
 * `npm run hall:officer -- --number 370001 --name 孔令华 --region shandong --phone 15403709001 [--role SUPERVISOR] [--stdin]`:
 * creates an officer (税务人员) of the tax hall, the first one above all, and prints the one-time link by which the officer sets
 * a password; --document keeps an officer who is a taxpayer, too, from their own account; with --stdin the password is read from the first line of the standard input. `--number N --reset`: a new link
 * for an officer who cannot be helped by a supervisor; `--number N --document D`: enters the document of one who is there already.
 */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { OFFICER_ROLES } from "@/lib/domain/officer-roles";
import { checkPassword } from "@/lib/domain/password-rule";
import { failure, type Result, success } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";
import { REGIONS } from "@/lib/regions/list";
import { nameField, phoneField } from "@/lib/schemas/filings/fields";
import { employeeNumberField, residentIdField } from "@/lib/schemas/hall";
import { problemsOf } from "@/lib/schemas/problems";
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";

const USAGE =
  "用法 Usage: npm run hall:officer -- --number NUMBER --name NAME --region REGION --phone PHONE [--document NUMBER] [--role SUPERVISOR] [--stdin]\n" +
  "           npm run hall:officer -- --number NUMBER --reset\n" +
  "           npm run hall:officer -- --number NUMBER --document NUMBER\n" +
  `--region: ${REGIONS.map(({ slug }) => slug).join(", ")}\n--role: ${OFFICER_ROLES.join(", ")}\n` +
  "--stdin: 从标准输入读取密码 the password comes from the standard input, otherwise a link to set it is printed\n";

const newOfficer = z.object({
  number: employeeNumberField,
  name: nameField,
  region: z.enum(REGIONS.map(({ slug }) => slug)),
  phone: phoneField,
  document: residentIdField.optional(),
  role: z.enum(OFFICER_ROLES),
});

const documentOnly = z.object({ number: employeeNumberField, document: residentIdField });

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        number: { type: "string" },
        name: { type: "string" },
        region: { type: "string" },
        phone: { type: "string" },
        document: { type: "string" },
        role: { type: "string", default: "SUPERVISOR" },
        stdin: { type: "boolean", default: false },
        reset: { type: "boolean", default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return "";
}

async function run(values: NonNullable<ReturnType<typeof readOptions>>): Promise<Result<string>> {
  // Only now: the database is open from the first import, and has to have its tables.
  const { createByCommand, documentByCommand, resetByCommand } = await import(
    "@/lib/server/hall/officer-command"
  );
  const now = new Date();
  if (values.reset) return resetByCommand(values.number ?? "", now);
  if (values.document && !values.name && !values.region && !values.phone) {
    const parsed = documentOnly.safeParse(values);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues) };
    const { number: employeeNumber, document: documentNumber } = parsed.data;
    const entered = await documentByCommand({ employeeNumber, documentNumber }, now);
    return entered.ok ? success("证件号码已登记 the document is entered") : entered;
  }
  const parsed = newOfficer.safeParse(values);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues) };
  const { number: employeeNumber, document = null, ...rest } = parsed.data;
  const password = values.stdin ? await readPassword() : null;
  if (password !== null) {
    const [problem] = checkPassword(password, { phones: [rest.phone], username: employeeNumber });
    if (problem) return failure(problem);
  }
  const made = await createByCommand(
    { ...rest, employeeNumber, documentNumber: document, password },
    now,
  );
  return made.ok ? success(made.value ?? "密码已设置 the password is set") : made;
}

const values = readOptions();
if (!values?.number) {
  process.stderr.write(USAGE);
  process.exit(1);
}
await migrate(env().DATABASE_URL);
const done = await run(values);
if (done.ok) process.stdout.write(`${done.value}\n`);
else {
  for (const problem of done.problems) {
    const params = { ...problem.params, label: problem.field ?? "" };
    process.stderr.write(`${messageOf({ ...problem, params })}（${problem.code}）\n`);
  }
  process.stderr.write(USAGE);
  process.exitCode = 1;
}
process.exit();
