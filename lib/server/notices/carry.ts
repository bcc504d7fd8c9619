import "server-only";
import { isForeignType } from "@/lib/domain/documents";
import { englishNoticeLine } from "@/lib/english/messages";
import { ALERT_KINDS, noticeText } from "@/lib/messages/notices";
import { findRegion } from "@/lib/regions/list";
import { db } from "../db";
import { messageGateway } from "../gateways/message-gateway";
import { blindIndex, reveal } from "../protect";
import { issueReportLink, REPORT_LINK_DAYS } from "./report-link";

/** A phone or mailbox to tell, normalised. */
export type NoticeTarget = { channel: "SMS" | "EMAIL"; to: string };

/**
 * Takes a message of the message centre to every verified phone and the mailbox of its person (A5, B3), but not to
 * `exceptPhones`, e.g. the number that has just changed hands (B15), and also to `furtherTargets`, e.g. what the person has just
 * given up. Called after the transaction; a provider that refuses changes nothing, since the message itself is there. An alert
 * takes the link 「不是我本人操作」 along (B4); holders of documents from abroad get an English line (B18). Such notices are no codes and do not count against the five of K2.
 */
export async function carryNotice(
  messageId: string,
  {
    region,
    exceptPhones = [],
    furtherTargets = [],
    now,
  }: { region: string; exceptPhones?: string[]; furtherTargets?: NoticeTarget[]; now: Date },
): Promise<void> {
  const message = await db.message.findUnique({
    where: { id: messageId },
    select: {
      kind: true,
      params: true,
      person: {
        select: {
          documentType: true,
          phones: { select: { numberCipher: true, numberIndex: true } },
          account: { select: { emailCipher: true } },
        },
      },
    },
  });
  const bureau = findRegion(region)?.bureauName ?? "";
  if (!message) return;
  const { documentType, phones, account } = message.person;
  const excepted = new Set(exceptPhones.map((number) => blindIndex("phone", number)));
  const targets: NoticeTarget[] = [
    ...furtherTargets,
    ...phones
      .filter(({ numberIndex }) => !excepted.has(numberIndex))
      .map(({ numberCipher }) => ({
        channel: "SMS" as const,
        to: reveal("Phone.number", numberCipher),
      })),
    ...(account?.emailCipher
      ? [{ channel: "EMAIL" as const, to: reveal("Account.email", account.emailCipher) }]
      : []),
  ];
  if (targets.length === 0) return;
  const link = ALERT_KINDS.includes(message.kind) ? await issueReportLink(messageId, region) : null;
  const params = JSON.parse(message.params);
  const chinese = [
    `【${bureau}】${noticeText(message.kind, params)}`,
    ...(link ? [`如不是您本人操作，请在${REPORT_LINK_DAYS}天内打开 ${link}`] : []),
  ].join("。");
  // Whoever holds a document from abroad reads it in English, too (B18).
  const english =
    isForeignType(documentType) &&
    englishNoticeLine(message.kind, params, link ? REPORT_LINK_DAYS : null);
  const text = english ? `${chinese}\n${english}` : chinese;
  for (const target of targets) {
    await messageGateway().send({ ...target, purpose: "NOTICE", text, region }, now);
  }
}
