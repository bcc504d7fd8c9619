import "server-only";
import type { z } from "zod";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { failure, type Result, success } from "@/lib/domain/result";
import { admitted } from "../action";
import { log } from "../log";
import type { RequestContext } from "../request";
import { type CurrentOfficer, getOfficer } from "./officer-session";

/** An officer's request as a use case of the hall sees it. The region is always the officer's own. */
export type OfficerContext = RequestContext & { officer: CurrentOfficer };

/** The shape of every mutation of the hall: as `action`, for officers of these roles (`OFFICER_ROLE_REQUIRED` for others). */
export function officerAction<S extends z.ZodType, T>(
  { input, roles }: { input: S; roles: readonly OfficerRole[] },
  run: (input: z.output<S>, context: OfficerContext) => Promise<Result<T>>,
): (raw: unknown) => Promise<Result<T>> {
  const admit = async (request: RequestContext) => {
    const officer = await getOfficer();
    if (!officer) return failure("SIGNED_OUT");
    if (!roles.includes(officer.role)) {
      log.warn("not authorised", { cause: "OFFICER_ROLE_REQUIRED", officerId: officer.officerId });
      return failure("OFFICER_ROLE_REQUIRED");
    }
    return success({ ...request, officer });
  };
  return admitted({ input, admit }, run);
}
