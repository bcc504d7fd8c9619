import { hashPassword, verifyPassword } from "@/lib/server/password";

const VERIFICATIONS = 40;

/** CPU of one password verification by itself, milliseconds over all threads; nothing else may run in this process. */
export async function hashCpuMs(): Promise<number> {
  const hash = await hashPassword("Etax@2026");
  await verifyPassword(hash, "Etax@2026");
  const before = process.cpuUsage();
  for (let done = 0; done < VERIFICATIONS; done++) await verifyPassword(hash, "Etax@2026");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / VERIFICATIONS;
}
