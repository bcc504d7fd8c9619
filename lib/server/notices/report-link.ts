import "server-only";
import { db } from "../db";
import { env } from "../env";
import { hashToken, newToken } from "../tokens";

/** Days a link 「不是我本人操作」 works (B4). */
export const REPORT_LINK_DAYS = 7;

/** What the database keeps of a link's secret. */
export function reportHash(token: string): string {
  return hashToken("report", token);
}

/** The address of 「不是我本人操作」 with this secret; says nothing of the person. */
export function reportPath(region: string, token: string): string {
  return `/${region}/report/${token}`;
}

/**
 * Makes the link 「不是我本人操作」 (B4) of a message, for its person's phones and mailbox. A message gets one link only: null
 * when it has one already.
 */
export async function issueReportLink(messageId: string, region: string): Promise<string | null> {
  const token = newToken();
  const { count } = await db.message.updateMany({
    where: { id: messageId, reportHash: null },
    data: { reportHash: reportHash(token) },
  });
  return count === 1 ? `${env().APP_URL}${reportPath(region, token)}` : null;
}
