/**
 * `npm run face:enrol -- --document NUMBER [--type RESIDENT_ID] [--country CN] --photo FILE --consented`: enrols the face of a
 * person who was collected at a hall (线下采集). Says nothing about the person.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { failure, type Result } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";
import { faceEngine } from "@/lib/server/face/engine";
import { enrolPerson } from "@/lib/server/face/enrol-person";

const USAGE =
  "用法 Usage: npm run face:enrol -- --document NUMBER [--type RESIDENT_ID] [--country CN] --photo FILE --consented\n" +
  `--type: ${DOCUMENT_TYPES.join(", ")}\n` +
  "--consented: 本人已单独同意采集人脸信息 the person agreed separately to the enrolment of their face\n";

const optionsSchema = z.object({
  document: z.string().min(1),
  type: z.enum(DOCUMENT_TYPES),
  country: z.string().regex(/^[A-Z]{2}$/),
  photo: z.string().min(1),
  consented: z.boolean(),
});

type Options = z.infer<typeof optionsSchema>;

/** The options of the command line; null when they make no sense. */
function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        document: { type: "string" },
        type: { type: "string", default: "RESIDENT_ID" },
        country: { type: "string", default: "CN" },
        photo: { type: "string" },
        consented: { type: "boolean", default: false },
      },
    });
    return optionsSchema.safeParse(values).data ?? null;
  } catch {
    // An option nobody knows, or a value missing.
    return null;
  }
}

async function enrol(options: Options): Promise<Result<unknown>> {
  const { document, type, country, consented } = options;
  // npm changes to the project's folder; a relative path means that of the caller.
  const path = resolve(process.env.INIT_CWD ?? "", options.photo);
  const photo = await readFile(path).catch(() => null);
  if (!photo) return failure("FACE_PHOTO_INVALID");
  return enrolPerson({
    documentNumber: document,
    documentType: type,
    country,
    photo,
    consented,
    now: new Date(),
  });
}

const options = readOptions();
if (!options) {
  process.stderr.write(USAGE);
  process.exit(1);
}
const enrolled = await enrol(options);
await faceEngine().stop();
if (enrolled.ok) {
  process.stdout.write("已采集人脸信息 enrolled\n");
} else {
  const [problem] = enrolled.problems;
  process.stderr.write(`${messageOf(problem ?? { code: "UNEXPECTED" })}（${problem?.code}）\n`);
  process.exitCode = 1;
}
