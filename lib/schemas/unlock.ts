import { z } from "zod";
import { accountField } from "./fields";

/** 刷脸解锁: whose account. */
export const unlockForm = z.object({
  region: z.string().max(32, "TOO_LONG"),
  account: accountField,
  humanCheck: z.string("HUMAN_CHECK_REQUIRED").min(1, "HUMAN_CHECK_REQUIRED").max(8000, "TOO_LONG"),
});

export type UnlockForm = z.output<typeof unlockForm>;
