/**
 * Works without a pause until it is killed: registers people (who take phones from each other), switches identities and imports
 * registry data, through the portal's own use cases. Says `ready` when everything is loaded and begins at the first line it reads.
 */
import { randomInt } from "node:crypto";
import { Readable } from "node:stream";
import type { RegisterFlowData } from "@/lib/flows/register";
import { findRegion } from "@/lib/regions/list";
import { db, transaction } from "@/lib/server/db";
import { switchIdentity } from "@/lib/server/identities/switch";
import { applyRun } from "@/lib/server/imports/apply-run";
import { checkRun } from "@/lib/server/imports/check-run";
import { keepFile } from "@/lib/server/imports/file-store";
import { blindIndex, protect } from "@/lib/server/protect";
import { becomePerson, NotCompleted } from "@/lib/server/registration/become-person";
import {
  FAULT_IMPORT,
  FAULT_PHONES,
  faultName,
  faultSession,
  switchTargets,
} from "@/scripts/faults/subjects";
import { rowLine, sampleRow, titleLine } from "@/scripts/imports/sample-rows";

const REGION = "xizang";
const pick = <T>(values: readonly T[]): T => values[randomInt(values.length)] as T;

async function register(): Promise<void> {
  const now = new Date();
  const region = findRegion(REGION);
  if (!region) throw new Error("region");
  const phone = pick(FAULT_PHONES);
  const contact = blindIndex("phone", phone);
  const key = `${process.pid}-${now.getTime()}-${randomInt(1e9)}`;
  const details = {
    contactCipher: protect("Flow.contact", phone),
    contactIndex: contact,
    passwordHash: "-",
    username: null,
  };
  const data: RegisterFlowData = {
    overseas: false,
    documentType: "RESIDENT_ID",
    country: "CHN",
    documentNumberCipher: protect("Person.documentNumber", key),
    documentNumberIndex: blindIndex("documentNumber", key),
    name: faultName(key),
    details,
    face: "PASSED",
    enterpriseUser: false,
    holder: null,
  };
  const expiresAt = new Date(now.getTime() + 600_000);
  const { id } = await db.flow.create({
    data: {
      kind: "REGISTER",
      region: REGION,
      entry: "PERSON",
      data: JSON.stringify(data),
      browserHash: faultName(key),
      expiresAt,
      verifications: {
        create: { method: "SMS", purpose: "REGISTER", verifiedAt: now, expiresAt },
      },
    },
    select: { id: true },
  });
  const flow = { id, data, region: REGION, profile: region };
  const filled = { details, taxAuthority: null };
  try {
    await transaction((tx) => becomePerson(tx, flow as never, filled, now));
  } catch (error) {
    // Another process proved the phone later and came first: refused, as P2 wants it, and nothing changed.
    if (error instanceof NotCompleted && error.problem.code === "PHONE_VERIFIED_BY_OTHER") return;
    throw error;
  }
}

async function switchOnce(): Promise<void> {
  const now = new Date();
  const session = await faultSession(randomInt(3), now);
  const identity = pick(await switchTargets(session.personId));
  const form = { identity, identityVersion: session.identityVersion };
  await switchIdentity(form, { session, now, address: "faults", userAgent: "faults" });
}

async function importOnce(): Promise<void> {
  const now = new Date();
  const first = await newNumbers();
  const { id } = await db.importRun.create({
    data: {
      kind: "PEOPLE",
      region: "shandong",
      reason: FAULT_IMPORT.reason(first),
      requestedById: "faults",
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const lines = Array.from({ length: FAULT_IMPORT.people }, (_, index) =>
    rowLine("PEOPLE", sampleRow("PEOPLE", first + index)),
  );
  const text = titleLine("PEOPLE") + lines.join("");
  const kept = await keepFile(
    id,
    Readable.toWeb(Readable.from(Buffer.from(text))) as ReadableStream<Uint8Array>,
  );
  if (!kept.ok) throw new Error(kept.problems[0]?.code);
  await db.importRun.update({ where: { id }, data: { ...kept.value, status: "CHECKING" } });
  await checkRun(id);
  await db.importRun.updateMany({ where: { id, status: "READY" }, data: { status: "APPROVED" } });
  await applyRun(id);
}

/** The first number of people whom no file of the trial has brought. */
async function newNumbers(): Promise<number> {
  // Sample phones have seven digits to number people by.
  const first = randomInt(10_000_000 / FAULT_IMPORT.people) * FAULT_IMPORT.people;
  const used = await db.importRun.count({ where: { reason: FAULT_IMPORT.reason(first) } });
  return used === 0 ? first : newNumbers();
}

/** Prisma's words for a database that was waited for longer than a request may. */
const BUSY_CODES = ["P1008", "P2028", "P2034"];
const NO_CONNECTION = /connection timeout|timeout exceeded when trying to connect/;

/** Whether the machine was too busy with other work: the work was refused, with nothing changed. */
function isBusy(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return BUSY_CODES.includes(code) || NO_CONNECTION.test(message);
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}

// Once each, so that a short life is spent at work and not on loading what the first of its kind needs.
for (const work of [register, switchOnce, importOnce]) await attempt(work);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (;;) await attempt(pick([register, register, switchOnce, importOnce]));
