import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { EnterpriseRegistration } from "./_components/enterprise-registration";

export const metadata: Metadata = { title: "税务登记" };

/** 税务登记 of an enterprise and its people. */
export default async function RegistrationPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="税务登记">
        登记后待信息确认：由法定代表人办理新办纳税人套餐，或在窗口办理信息确认。
      </PageHeading>
      <EnterpriseRegistration />
    </>
  );
}
