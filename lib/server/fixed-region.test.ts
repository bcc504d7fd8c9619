import { afterEach, describe, expect, test, vi } from "vitest";
import { REGIONS } from "@/lib/regions/list";
import { fixedRegion, servedRegion, servedRegions } from "@/lib/server/fixed-region";

describe("N0.2 a deployment can fix one bureau", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("N0.2 without it every bureau is served", () => {
    vi.stubEnv("FIXED_REGION", "");
    expect(fixedRegion()).toBeNull();
    expect(servedRegions()).toEqual(REGIONS);
    expect(servedRegion("qingdao")?.slug).toBe("qingdao");
    expect(servedRegion("nowhere")).toBeUndefined();
  });

  test("N0.2 with it the others do not exist", () => {
    vi.stubEnv("FIXED_REGION", "shandong");
    expect(fixedRegion()?.slug).toBe("shandong");
    expect(servedRegions().map((region) => region.slug)).toEqual(["shandong"]);
    expect(servedRegion("qingdao")).toBeUndefined();
  });

  test("N0.2 a name that is no bureau is told at once", () => {
    vi.stubEnv("FIXED_REGION", "shangdong");
    expect(() => fixedRegion()).toThrow("shangdong");
  });
});
