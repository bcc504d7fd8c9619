import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { problemsOf } from "@/lib/schemas/problems";
import { tooManyRequests } from "./address-limit";
import { log } from "./log";
import { type RequestContext, requestContext } from "./request";
import { type CurrentSession, getSession } from "./session";

/** ACTING: signed in for an enterprise at an old entry (旧版登录), too; SIGNED_IN reaches the person's own account (O1). */
type Allow = "ANYONE" | "SIGNED_IN" | "ACTING";
type Context<A extends Allow> = RequestContext &
  (A extends "ANYONE" ? { session?: undefined } : { session: CurrentSession });

/**
 * The one shape of every mutation: lets in whom `allow` names, validates `input`, and answers expected failures as
 * problems. Bugs are logged under a reference the visitor can tell the hotline.
 */
export function action<S extends z.ZodType, T, A extends Allow>(
  { input, allow }: { input: S; allow: A },
  run: (input: z.output<S>, context: Context<A>) => Promise<Result<T>>,
): (raw: unknown) => Promise<Result<T>> {
  const admit = async (request: RequestContext) => {
    const session = allow === "ANYONE" ? undefined : await getSession();
    if (session === null) return failure("SIGNED_OUT");
    if (allow === "SIGNED_IN" && session && isOldStyle(session.proofs)) {
      log.warn("not authorised", { cause: "UNIFIED_ONLY" });
      return failure("UNIFIED_ONLY");
    }
    return success({ ...request, session } as Context<A>);
  };
  return admitted({ input, admit }, run);
}

/** What every mutation goes through, whoever is let in: persons (`action`) or officers (`officerAction`). */
export function admitted<S extends z.ZodType, T, C>(
  { input, admit }: { input: S; admit: (request: RequestContext) => Promise<Result<C>> },
  run: (input: z.output<S>, context: C) => Promise<Result<T>>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => {
    try {
      const request = await requestContext();
      const limited = await tooManyRequests(request);
      if (limited) {
        log.warn("slowed down");
        return limited;
      }
      const context = await admit(request);
      if (!context.ok) return context;
      const parsed = input.safeParse(raw);
      if (!parsed.success) {
        // The form refuses it by the same schema, so this came past the form, or from a browser without script.
        log.info("input refused");
        return { ok: false, problems: problemsOf(parsed.error.issues) };
      }
      return await run(parsed.data, context.value);
    } catch (error) {
      unstable_rethrow(error);
      const reference = randomUUID().slice(0, 8);
      log.error("action failed", { reference, err: error });
      return failure("UNEXPECTED", { params: { reference } });
    }
  };
}
