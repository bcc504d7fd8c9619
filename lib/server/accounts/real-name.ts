import "server-only";
import { z } from "zod";
import { appName, PHONE_APPS, type PhoneApp, realNameApps } from "@/lib/regions/apps";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import { db } from "../db";
import { faceIsKnown } from "../face/check";
import { hasReference } from "../face/references";
import { personSubject } from "../face/subject";
import { verifiesItself } from "../gateways/real-name-provider";

/** An application to be verified with (实名认证). `external`: it does so itself, on its own page. */
export type RealNameWay = { app: PhoneApp; name: string; external: boolean };

/** How people prove at a bureau that it is them; where nothing is known of the face only what verifies by its own means. */
export function realNameWays(region: RegionProfile, faceKnown: boolean): RealNameWay[] {
  const ways = realNameApps(region).map((app) => ({
    app,
    name: appName(app, region),
    external: verifiesItself(app),
  }));
  return faceKnown ? ways : ways.filter(({ external }) => external);
}

/** A person's real-name level (个人实名等级) and how it was reached. */
export async function realNameState(personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      realNameLevel: true,
      collections: {
        orderBy: [{ collectedAt: "desc" }, { id: "desc" }],
        take: 10,
        select: { id: true, channel: true, collectedAt: true },
      },
    },
  });
  const subject = personSubject(personId);
  return {
    level: person.realNameLevel,
    raised: await raisedBy(personId),
    collections: person.collections,
    /** A photograph is kept here, which the person may have deleted. */
    faceEnrolled: await hasReference(subject),
    faceKnown: await faceIsKnown(subject),
  };
}

const raisedDetail = z.object({ app: z.enum(PHONE_APPS) });

/** The 扫脸认证 that raised the level to four, as the audit trail has it; null where the level came otherwise. */
async function raisedBy(personId: string): Promise<{ app: string; at: Date } | null> {
  const event = await db.auditEvent.findFirst({
    where: { personId, action: "RAISE_REAL_NAME_LEVEL", outcome: "OK" },
    orderBy: { sequence: "desc" },
    select: { at: true, detail: true, region: true },
  });
  const region = event && findRegion(event.region ?? "");
  if (!region) return null;
  const { app } = raisedDetail.parse(JSON.parse(event.detail));
  return { app: appName(app, region), at: event.at };
}
