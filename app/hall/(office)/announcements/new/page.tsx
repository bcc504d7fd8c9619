import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { WordingForm } from "../_components/wording-form";

export const metadata: Metadata = { title: "新建公告" };

/** A new 通知公告, as a draft. */
export default async function NewAnnouncementPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="新建公告">先保存为草稿，预览后再发布。</PageHeading>
      <WordingForm />
    </>
  );
}
