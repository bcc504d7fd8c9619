import { z } from "zod";
import { FAVOURITES_AT_MOST } from "@/lib/domain/favourites";
import { findFunction } from "@/lib/domain/function-tree";

const MAX_CODE = 64;

const functionCode = z
  .string("INVALID")
  .max(MAX_CODE, "INVALID")
  .refine((code) => findFunction(code) !== undefined, "FUNCTION_UNKNOWN");

/** 常用功能 in the person's order; none means the default set. */
export const favouritesForm = z.object({
  codes: z
    .array(functionCode, "INVALID")
    .max(FAVOURITES_AT_MOST, "FAVOURITES_FULL")
    .refine((codes) => new Set(codes).size === codes.length, "INVALID"),
});
