import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { PersonLookUp } from "../_components/person-look-up";

export const metadata: Metadata = { title: "解除关联关系" };

/** 解除关联关系 begins with a look-up of the person. */
export default async function RelationsPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="解除关联关系">查询人员后，解除或冻结其与本局企业的关联关系。</PageHeading>
      <PersonLookUp />
    </>
  );
}
