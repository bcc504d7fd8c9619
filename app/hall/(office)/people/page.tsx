import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { PersonLookUp } from "../_components/person-look-up";

export const metadata: Metadata = { title: "人员查询" };

/** 人员查询: every look-up has its reason (B13). */
export default async function PeoplePage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="人员查询">
        查询会写入审计日志，本人可以在账户的历史记录中看到。
      </PageHeading>
      <PersonLookUp />
    </>
  );
}
