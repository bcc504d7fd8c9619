import { z } from "zod";
import { FUNCTIONS, findFunction } from "@/lib/domain/function-tree";
import { BUSINESS_SYSTEMS, type BusinessSystem } from "@/lib/domain/function-tree-types";
import { readPublicKeys } from "@/lib/domain/oidc-client-keys";
import {
  browserUriProblem,
  type ClientUriProblem,
  calledUriProblem,
  MAX_CLIENT_URIS,
} from "@/lib/domain/oidc-clients";
import { requiredText } from "./fields";
import { reasonField } from "./hall";

const NAME_MAX = 60;
const MAX_KEYS_LENGTH = 20_000;
const MAX_LINES_LENGTH = 6_000;

/** Whether http on this machine will do depends on the deployment, which the use case asks. */
const SOMEWHERE = { loopback: true };

const id = z.string("CLIENT_NOT_FOUND").regex(/^[\w-]{1,64}$/, "CLIENT_NOT_FOUND");
/** When the row the page was rendered from was last changed. */
const version = z.iso.datetime({ error: "CLIENT_CHANGED" }).transform((at) => new Date(at));

/** Addresses, one a line. The problem names the line. */
const addressLines = z
  .string("NOT_TEXT")
  .max(MAX_LINES_LENGTH, "TOO_LONG")
  .transform((text, context) => {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const uris = lines.filter((line) => line !== "");
    const refuse = (message: string, params: Record<string, number>) => {
      context.addIssue({ code: "custom", message, params });
      return z.NEVER;
    };
    if (uris.length > MAX_CLIENT_URIS) return refuse("CLIENT_URIS_MANY", { max: MAX_CLIENT_URIS });
    for (const [index, line] of lines.entries()) {
      const problem = line === "" ? null : browserUriProblem(line, SOMEWHERE);
      if (problem) return refuse(problem, { line: index + 1 });
      if (line !== "" && lines.indexOf(line) < index) {
        return refuse("CLIENT_URI_TWICE", { line: index + 1 });
      }
    }
    return uris;
  });

/** One address or none. */
const oneAddress = (check: (uri: string) => ClientUriProblem | null) =>
  z.string("NOT_TEXT").transform((text, context) => {
    const uri = text.trim();
    const problem = uri === "" ? null : check(uri);
    if (!problem) return uri === "" ? null : uri;
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });

const functions = z
  .array(z.string("INVALID"), "INVALID")
  .max(FUNCTIONS.length, "INVALID")
  .refine((codes) => codes.every((code) => findFunction(code)), "INVALID")
  .transform((codes) => [...new Set(codes)]);

const settings = {
  name: requiredText(NAME_MAX),
  businessSystem: z
    .enum(["", ...(Object.keys(BUSINESS_SYSTEMS) as BusinessSystem[])], "INVALID")
    .transform((system) => system || null),
  kind: z.enum(["FIRST_PARTY", "THIRD_PARTY"], "CHOICE_REQUIRED"),
  redirectUris: addressLines.refine((uris) => uris.length > 0, "REQUIRED"),
  postLogoutRedirectUris: addressLines,
  backchannelLogoutUri: oneAddress((uri) => calledUriProblem(uri, SOMEWHERE)),
  loginUri: oneAddress((uri) => browserUriProblem(uri, SOMEWHERE)),
  pairwise: z.boolean("INVALID"),
  functions,
  reason: reasonField,
};

/** Public keys as JSON; empty for a client with a secret. */
const keys = z.string("NOT_TEXT").max(MAX_KEYS_LENGTH, "TOO_LONG");

type Keys = { authMethod: "CLIENT_SECRET_BASIC" | "PRIVATE_KEY_JWT"; jwks: string };

/** Keys are there exactly when they authenticate the client; only what verifying needs of them goes on. */
function readKeys<T extends Keys>({ jwks: text, ...form }: T, context: z.RefinementCtx) {
  if (form.authMethod === "CLIENT_SECRET_BASIC") return { ...form, jwks: null };
  const read = text.trim() === "" ? null : readPublicKeys(text);
  if (read?.ok) return { ...form, jwks: JSON.stringify({ keys: read.keys }) };
  context.addIssue({ code: "custom", message: read?.problem ?? "REQUIRED", path: ["jwks"] });
  return z.NEVER;
}

const authMethod = z.enum(["CLIENT_SECRET_BASIC", "PRIVATE_KEY_JWT"], "CHOICE_REQUIRED");

/** 「登记客户端」: a business system that signs people in through the portal. */
export const newClientForm = z
  .object({ ...settings, authMethod, jwks: keys })
  .transform((form, context) => readKeys(form, context));

/** 「保存」 of one that is registered; how it authenticates stays as it is. */
export const editClientForm = z
  .object({ ...settings, client: id, version, authMethod, jwks: keys })
  .transform((form, context) => readKeys(form, context));

/** 「停用」, 「启用」. */
export const clientStateForm = z.object({
  client: id,
  change: z.enum(["DISABLE", "ENABLE"], "INVALID"),
  reason: reasonField,
});

/** 「更换密钥」. */
export const clientSecretForm = z.object({ client: id, reason: reasonField });

export type NewClient = z.output<typeof newClientForm>;
export type EditClient = z.output<typeof editClientForm>;
