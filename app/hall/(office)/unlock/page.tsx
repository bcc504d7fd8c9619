import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { PersonLookUp } from "../_components/person-look-up";

export const metadata: Metadata = { title: "解锁" };

/** 解锁 begins with a look-up; the person's page has the button. */
export default async function UnlockPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="解锁">核对本人身份后查询账户；法定代表人的账户须由主管复核。</PageHeading>
      <PersonLookUp />
    </>
  );
}
