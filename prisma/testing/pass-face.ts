import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import type { ScanCode } from "@/lib/server/scan/tickets";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

let pictures = 0;

/**
 * Scans a code, chooses the number and passes the face on a phone of its own, twenty seconds after `now`. The gateway of faces has
 * to be one that lets everybody pass.
 */
export async function passFaceOnPhone(code: ScanCode, now: Date): Promise<void> {
  const phone = newBrowser();
  const context = { now, address: "127.0.0.1", userAgent: "Chrome/140 Android" };
  const secret = code.link.split("/").at(-1) ?? "";
  const on = <T>(run: () => Promise<T>) => inBrowser(phone, run);
  await on(() => openOnPhone({ secret }, context));
  await on(() => confirmOnPhone({ secret, number: code.matchingNumber }, context));
  const begun = await on(() => beginFace({ secret }, context));
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  const frames = Array.from({ length: 10 }, (_, index) => {
    pictures += 1;
    return { at: index * 500, jpeg: Buffer.from(`picture ${pictures}`) };
  });
  const later = { now: new Date(now.getTime() + 20_000) };
  const passed = await on(() => submitFace({ secret, check: begun.value.id, frames }, later));
  if (!passed.ok) throw new Error(JSON.stringify(passed));
}
