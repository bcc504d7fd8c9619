import "@/prisma/testing/demo-database";
import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { PUBLIC_FUNCTIONS } from "@/lib/domain/function-paths";
import { announcementHtml } from "@/lib/server/announcements/body";
import { db } from "@/lib/server/db";
import AnnouncementPage, { generateMetadata as announcementHead } from "./announcements/[id]/page";
import AnnouncementsPage, { generateMetadata as announcementsHead } from "./announcements/page";
import ServicePage, { generateMetadata as serviceHead } from "./services/[code]/page";
import ServicesPage, { generateMetadata as servicesHead } from "./services/page";

// One page is rendered at a time: what React keeps for a page is kept for all.
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: (...asked: unknown[]) => T) => {
    const kept = new Map<string, T>();
    return (...asked: unknown[]) => {
      const key = JSON.stringify(asked);
      const answer = kept.get(key) ?? run(...asked);
      kept.set(key, answer);
      return answer;
    };
  },
}));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("@/components/layout/public-shell", () => ({
  PublicShell: ({ children }: { children: ReactNode }) => createElement("main", null, children),
}));
// Components of both sides say their words as on the server.
vi.mock("#use-texts", () => import("@/components/texts/use-texts.server"));

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g;

const at = (region: string, more: { code?: string; id?: string } = {}) => ({
  params: Promise.resolve({ region, code: "", id: "", ...more }),
  searchParams: Promise.resolve({}),
});

async function html(drawn: ReactNode): Promise<string> {
  return new Response(await renderToReadableStream(drawn)).text();
}

/** What is left to read when all that is marked as Chinese is taken away. */
const unmarked = (page: string) =>
  page.replace(/<(span|div) lang="zh-CN"[^>]*>[\s\S]*?<\/\1>/g, "");

test("B18 公众服务 is English, and says which of its pages is not", async () => {
  const page = await html(await ServicesPage(at("shandong.en")));
  for (const words of [
    "Public services",
    "Enquiries and services",
    "Account services",
    'title="Public services › Announcements"',
    "New taxpayer package</a> (in Chinese)",
    "Advice and guidance</a></li>",
  ]) {
    expect(page).toContain(words);
  }
  expect(page).toContain('href="/shandong/services/guidance"');
  expect(page.match(CHINESE)).toBeNull();
  expect(await servicesHead(at("shandong.en"))).toEqual({ title: "Public services" });
  expect(await html(await ServicesPage(at("shandong")))).not.toContain("只有中文");
  expect(await servicesHead(at("shandong"))).toEqual({ title: "公众服务" });
});

test("B18 every service below 公众服务 is English", async () => {
  const served = PUBLIC_FUNCTIONS.filter(({ system }) => system !== undefined);
  expect(served.map(({ code }) => code)).toEqual(["guidance", "public-query"]);
  for (const { code } of served) {
    const page = await html(await ServicePage(at("shandong.en", { code })));
    expect(page).toContain("Back to public services");
    expect(page.match(CHINESE), code).toBeNull();
  }
  const head = await serviceHead(at("shandong.en", { code: "guidance" }));
  expect(head).toEqual({ title: "Advice and guidance" });
});

test("B18 the list of 通知公告 is English around the titles, which are marked as Chinese", async () => {
  await db.announcement.createMany({
    data: Array.from({ length: 20 }, (_, index) => ({
      region: "shandong",
      status: "PUBLISHED" as const,
      title: `第${index}号公告`,
      publishedAt: new Date("2026-01-05T04:00:00Z"),
    })),
  });
  const page = await html(await AnnouncementsPage(at("shandong.en")));
  for (const words of [
    "Published by Shandong Electronic Tax Bureau",
    '<span lang="zh-CN">关于新版登录双轨运行安排的通知</span>',
    "5 January 2026",
    "Page 1 of 2",
  ]) {
    expect(page).toContain(words);
  }
  expect(unmarked(page).match(CHINESE)).toBeNull();
  expect(await announcementsHead(at("shandong.en"))).toEqual({ title: "Announcements" });
  const none = await html(await AnnouncementsPage(at("liaoning.en")));
  expect(unmarked(none).match(CHINESE)).toBeNull();
});

test("B18 an announcement stays as it was written, marked as Chinese within an English page", async () => {
  const where = { region: "shandong", title: "关于新版登录双轨运行安排的通知" };
  const { id, title, body } = await db.announcement.findFirstOrThrow({ where });
  const page = await html(await AnnouncementPage(at("shandong.en", { id })));
  expect(page).toContain(`<h1 class="text-xl sm:text-2xl"><span lang="zh-CN">${title}</span></h1>`);
  expect(page).toContain("This announcement is shown as it was written, in Chinese.");
  expect(page).toMatch(/<time [^>]*>Published \d+ \w+ \d{4}/);
  expect(page).toContain(announcementHtml(body));
  expect(unmarked(page).match(CHINESE)).toBeNull();
  expect(await announcementHead(at("shandong.en", { id }))).toEqual({ title });
  const chinese = await html(await AnnouncementPage(at("shandong", { id })));
  expect(chinese).not.toMatch(/lang=|按原文/);
  expect(chinese).toMatch(/日 \d\d:\d\d 发布<\/time>/);
});

test("B18 an announcement somebody wrote in English is marked as nothing else", async () => {
  const { id } = await db.announcement.create({
    data: {
      region: "qingdao",
      status: "PUBLISHED",
      title: "Service hours at New Year",
      body: "The hall is **closed** on 1 January.",
      publishedAt: new Date("2026-01-05T04:00:00Z"),
    },
  });
  const page = await html(await AnnouncementPage(at("qingdao.en", { id })));
  expect(page).toContain("<strong>closed</strong>");
  expect(page).not.toMatch(/lang=|in Chinese/);
});
