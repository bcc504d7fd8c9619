import { z } from "zod";

/** 刷脸解锁: whose account is to be unlocked. */
export const unlockFlowData = z.object({ personId: z.string() });

/** Minutes from naming the account to the end of the unlocking. */
export const UNLOCK_FLOW_MINUTES = 15;
