import "server-only";
import { forgetProofs, voidCodesTo } from "../accounts/second-factor-proof";
import type { Tx } from "../db";
import { blindIndex, protect } from "../protect";

/** What became of a phone that somebody has just verified by SMS. */
export type OwnedPhone = {
  phoneId: string;
  /** Who lost it by this, to be told on another channel (B15); null when nobody did. */
  formerOwnerId: string | null;
};

/**
 * Gives a phone, verified by SMS in this very transaction, to a person (手机号码以最近一次通过短信验证的人员为准, P2; 山东 11). A
 * former owner loses it at once, and with it what it proved (B15): another of their phones becomes the default one, or their phone
 * is empty. The first phone of a person is the default one. `number` is normalised.
 */
export async function ownPhone(
  tx: Tx,
  { personId, number, makeDefault }: { personId: string; number: string; makeDefault?: boolean },
  now: Date,
): Promise<OwnedPhone> {
  const numberIndex = blindIndex("phone", number);
  const present = await tx.phone.findUnique({ where: { numberIndex }, select: { personId: true } });
  await lockPhones(tx, [personId, ...(present ? [present.personId] : [])], now);
  const row = await tx.phone.upsert({
    where: { numberIndex },
    create: {
      personId,
      numberIndex,
      numberCipher: protect("Phone.number", number),
      verifiedAt: now,
    },
    update: { verifiedAt: now },
    select: { id: true, personId: true, isDefault: true },
  });
  const formerOwnerId = row.personId === personId ? null : row.personId;
  if (formerOwnerId) {
    await tx.phone.update({
      where: { id: row.id },
      data: { personId, isDefault: false },
      select: { id: true },
    });
    if (row.isDefault) await promoteAnotherPhone(tx, formerOwnerId);
    await voidCodesTo(tx, { personId: formerOwnerId, numberIndex }, now);
    // Which of their phones proved a session is not kept, so all of them have to prove it anew.
    await forgetProofs(tx, { personId: formerOwnerId }, "SMS");
  }
  const defaults = await tx.phone.count({ where: { personId, isDefault: true } });
  if (makeDefault || defaults === 0) await makeDefaultPhone(tx, { personId, phoneId: row.id });
  return { phoneId: row.id, formerOwnerId };
}

/**
 * Makes changes to the phones of these people wait for each other until the transaction ends, so that nobody is left with two
 * default phones, or with none while having some. Always in the same order, so that two takeovers do not wait for each other.
 */
export async function lockPhones(tx: Tx, personIds: readonly string[], now: Date): Promise<void> {
  for (const id of [...new Set(personIds)].sort()) {
    await tx.person.updateMany({ where: { id }, data: { updatedAt: now } });
  }
}

/** 「设为默认」: true when the phone is the person's and is their default one now. */
export async function makeDefaultPhone(
  tx: Tx,
  { personId, phoneId }: { personId: string; phoneId: string },
): Promise<boolean> {
  await tx.phone.updateMany({
    where: { personId, isDefault: true, NOT: { id: phoneId } },
    data: { isDefault: false },
  });
  const { count } = await tx.phone.updateMany({
    where: { id: phoneId, personId },
    data: { isDefault: true },
  });
  return count === 1;
}

/** The phone verified last becomes the default one, if any is left. */
export async function promoteAnotherPhone(tx: Tx, personId: string): Promise<void> {
  const next = await tx.phone.findFirst({
    where: { personId },
    orderBy: [{ verifiedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (next) await makeDefaultPhone(tx, { personId, phoneId: next.id });
}
