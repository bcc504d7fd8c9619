import "server-only";
import { appName, type PhoneApp, realNameApps } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import { db } from "../db";
import { hasReference } from "../face/references";
import { personSubject } from "../face/subject";
import { verifiesItself } from "../gateways/real-name-provider";

/** An application to be verified with (实名认证). `external`: it does so itself, on its own page. */
export type RealNameWay = { app: PhoneApp; name: string; external: boolean };

/** How people prove at a bureau that it is them; without an enrolled face only what verifies by its own means. */
export function realNameWays(region: RegionProfile, faceEnrolled: boolean): RealNameWay[] {
  const ways = realNameApps(region).map((app) => ({
    app,
    name: appName(app, region),
    external: verifiesItself(app),
  }));
  return faceEnrolled ? ways : ways.filter(({ external }) => external);
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
  return {
    level: person.realNameLevel,
    collections: person.collections,
    faceEnrolled: await hasReference(personSubject(personId)),
  };
}
