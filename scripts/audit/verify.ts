/** `npm run audit:verify [-- NUMBER HASH]`: verifies the whole audit trail; exit code 0 intact, 1 broken, 2 wrong use. */
import { auditBreakText } from "@/lib/messages/audit";
import { CHAIN_BEGIN, positionAt, verifyChainPart } from "@/lib/server/audit-trail/verify";
import { db } from "@/lib/server/db";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Verifies part by part, tells how far it has come, and answers whether the trail is intact. */
async function verifyAll(): Promise<boolean> {
  let position = CHAIN_BEGIN;
  for (;;) {
    const part = await verifyChainPart(position);
    position = part.verified;
    say(`  ${position.sequence} / ${part.end}`);
    if (part.broken) {
      const { kind, sequence } = part.broken;
      say(`审计日志不完整：${auditBreakText(kind, sequence)}。 Broken: ${kind} at ${sequence}.`);
      return false;
    }
    if (!part.done) continue;
    say(`审计日志完整，共${part.end}条。 Intact: ${part.end} events.`);
    say(`末条 last: ${position.sequence} ${position.hash}`);
    return true;
  }
}

/** Whether the event of that number still has the hash that was noted for it earlier. */
async function holds(sequence: number, hash: string): Promise<boolean> {
  const position = await positionAt(sequence);
  if (position?.hash === hash) return true;
  say(
    `第${sequence}条与此前记下的哈希不符。 Event ${sequence} does not have the hash noted earlier.`,
  );
  return false;
}

const [number, hash, ...rest] = process.argv.slice(2);
const noted = number !== undefined;
if (rest.length > 0 || (noted && (!/^\d{1,15}$/.test(number) || !hash))) {
  process.stderr.write("用法 Usage: npm run audit:verify [-- NUMBER HASH]\n");
  process.exit(2);
}
say("校验审计日志 verifying the audit trail …");
const intact = (await verifyAll()) && (!noted || (await holds(Number(number), hash ?? "")));
await db.$disconnect();
process.exitCode = intact ? 0 : 1;
