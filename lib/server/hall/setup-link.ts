import "server-only";
import { findRegion } from "@/lib/regions/list";
import { db, type Tx } from "../db";
import { env } from "../env";
import { messageGateway } from "../gateways/message-gateway";
import { reveal } from "../protect";
import { hashToken, newToken } from "../tokens";

/** Hours the link 设置密码 of an officer works. */
const LINK_HOURS = 24;

/** What the database keeps of a link's secret. */
export function setupHashOf(token: string): string {
  return hashToken("officer-setup", token);
}

/** Makes the one link by which an officer sets their own password (B13); the one before is worth nothing any more. */
export async function issueSetupLink(tx: Tx, officerId: string, now: Date): Promise<string> {
  const token = newToken();
  await tx.officer.update({
    where: { id: officerId },
    data: {
      setupHash: setupHashOf(token),
      setupExpiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
    },
    select: { id: true },
  });
  return `${env().APP_URL}/hall/set-password/${token}`;
}

/** Takes the link to the officer's own phone, so that whoever asked for it never sees it. Called after the transaction. */
export async function sendSetupLink(officerId: string, link: string, now: Date): Promise<boolean> {
  const { phoneCipher, region } = await db.officer.findUniqueOrThrow({
    where: { id: officerId },
    select: { phoneCipher: true, region: true },
  });
  const bureau = findRegion(region)?.bureauName ?? "";
  const delivery = await messageGateway().send(
    {
      channel: "SMS",
      to: reveal("Officer.phone", phoneCipher),
      purpose: "NOTICE",
      text: `【${bureau}】请在${LINK_HOURS}小时内打开以下链接，设置您的税务人员登录密码，链接只能使用一次，请勿转发：${link}`,
    },
    now,
  );
  return delivery.accepted;
}
