import { z } from "zod";

const id = (problem: string) => z.string(problem).regex(/^[\w-]{1,64}$/, problem);

/** One message of one's own: to be marked as read, or reported (B4). */
export const messageForm = z.object({ message: id("MESSAGE_NOT_FOUND") });

/** Remote 「退出」 of one session of one's own. */
export const endSessionForm = z.object({ session: id("SESSION_NOT_FOUND") });

/** 「退出」 of one business system one is signed in at. */
export const endSystemForm = z.object({ client: id("SYSTEM_NOT_SIGNED_IN") });

/** What acts on all that is one's own: nothing is chosen. */
export const allOwnForm = z.object({});

/** 「不是我本人操作」 by the secret of a link: 256 bits, base64url. */
export const reportForm = z.object({
  region: z.string("REPORT_LINK_INVALID").max(32, "REPORT_LINK_INVALID"),
  token: z.string("REPORT_LINK_INVALID").regex(/^[A-Za-z0-9_-]{43}$/, "REPORT_LINK_INVALID"),
});
