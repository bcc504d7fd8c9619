import { expect, test } from "vitest";
import { announcementState, publishingProblem } from "@/lib/domain/announcement-rules";

const NOW = new Date("2026-03-01T01:00:00Z");
const before = new Date(NOW.getTime() - 1);
const after = new Date(NOW.getTime() + 1);

test("T1 a planned announcement is out from its time on and over from its end on", () => {
  const planned = { status: "SCHEDULED" as const, publishedAt: NOW, expiresAt: after };
  expect(announcementState(planned, before)).toBe("WAITING");
  expect(announcementState(planned, NOW)).toBe("OUT");
  expect(announcementState(planned, after)).toBe("OVER");
  expect(announcementState({ ...planned, expiresAt: null }, after)).toBe("OUT");
});

test("T1 a draft and a withdrawn announcement are never out", () => {
  for (const status of ["DRAFT", "WITHDRAWN"] as const) {
    expect(announcementState({ status, publishedAt: before, expiresAt: null }, NOW)).toBe(status);
  }
});

test("T1 an announcement is published now or later, and ends after it is out", () => {
  expect(publishingProblem({ publishAt: null, expiresAt: null }, NOW)).toBeNull();
  expect(publishingProblem({ publishAt: after, expiresAt: null }, NOW)).toBeNull();
  expect(publishingProblem({ publishAt: NOW, expiresAt: null }, NOW)).toEqual({
    code: "PUBLISH_TIME_PAST",
    field: "publishAt",
  });
  const early = { code: "EXPIRY_TOO_EARLY", field: "expiresAt" };
  expect(publishingProblem({ publishAt: null, expiresAt: NOW }, NOW)).toEqual(early);
  expect(publishingProblem({ publishAt: after, expiresAt: after }, NOW)).toEqual(early);
});
