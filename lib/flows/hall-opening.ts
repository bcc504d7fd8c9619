import { z } from "zod";

/** 开户 at a counter while its text message is waited for: which officer opens for whom. */
export const hallOpeningData = z.object({ officerId: z.string(), openingFor: z.string() });

export type HallOpeningData = z.infer<typeof hallOpeningData>;

/** Minutes from the text message to the account. */
export const HALL_OPENING_MINUTES = 15;
