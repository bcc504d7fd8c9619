import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import {
  announcementPage,
  publishedAnnouncement,
  publishedAnnouncements,
} from "@/lib/server/announcements/published";
import { db } from "@/lib/server/db";

const NOW = new Date("2026-07-01T00:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test("OL6 通知公告: what the bureau has published and what is out, newest first, page by page", async () => {
  const announcement = { region: "shandong", status: "PUBLISHED" } as const;
  await db.announcement.createMany({
    data: [
      ...Array.from({ length: 23 }, (_, index) => ({
        ...announcement,
        title: `公告${index + 1}`,
        publishedAt: at(-index),
      })),
      { ...announcement, title: "明天的公告", publishedAt: at(24 * 60) },
      { ...announcement, title: "草稿", status: "DRAFT" as const, publishedAt: at(-1) },
      { ...announcement, title: "青岛的公告", region: "qingdao", publishedAt: at(-1) },
    ],
  });
  const titles = (list: { title: string }[]) => list.map(({ title }) => title);
  expect(titles(await publishedAnnouncements("shandong", NOW))).toEqual([
    "公告1",
    "公告2",
    "公告3",
    "公告4",
    "公告5",
  ]);
  const first = await announcementPage("shandong", 1, NOW);
  expect([first.total, first.announcements.length]).toEqual([23, 20]);
  const second = await announcementPage("shandong", 2, NOW);
  expect(titles(second.announcements)).toEqual(["公告21", "公告22", "公告23"]);
  for (const { id, region, title } of await db.announcement.findMany()) {
    const seen = await publishedAnnouncement("shandong", id, NOW);
    const out = region === "shandong" && title.startsWith("公告");
    expect(seen?.title ?? null).toBe(out ? title : null);
  }
});
