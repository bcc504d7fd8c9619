import "server-only";
import type { BusinessSystem } from "@/lib/domain/function-tree-types";
import { env } from "../env";

/** Where a business system (业务系统) is, as this deployment is set up; null: not connected. */
export function businessSystemUrl(system: BusinessSystem | undefined): string | null {
  return (system && env().BUSINESS_SYSTEM_URLS[system]) ?? null;
}
