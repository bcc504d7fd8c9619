import "server-only";
import type { RegionProfile } from "@/lib/regions/types";

/** A filing on the point of taking effect. */
export type FilingFacts = {
  region: RegionProfile;
  enterpriseId: string;
  filedById: string;
  now: Date;
};

/** What a filing did: what it made or changed, and the messages to carry to people's phones (`carryNotice`). */
export type Effect = { subjectId?: string; messageIds?: string[] };
