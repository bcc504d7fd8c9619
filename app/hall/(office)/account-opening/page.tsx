import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { PersonLookUp } from "../_components/person-look-up";

export const metadata: Metadata = { title: "开户" };

/** 开户 begins with a look-up of the person. */
export default async function AccountOpeningPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="开户">
        为已采集实名信息的人员开通账户。尚未采集的，请先办理实名信息采集。
      </PageHeading>
      <PersonLookUp base="/hall/account-opening" />
    </>
  );
}
