import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { EnterpriseLookUp } from "../_components/enterprise-look-up";

export const metadata: Metadata = { title: "密码重置" };

/** 密码重置 begins with a look-up of the enterprise. */
export default async function PasswordResetPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="密码重置">
        查询企业后重置企业密码，并打印《电子税务局办税用户注册凭证》。
      </PageHeading>
      <EnterpriseLookUp />
    </>
  );
}
