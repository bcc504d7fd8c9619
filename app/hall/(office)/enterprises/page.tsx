import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { EnterpriseLookUp } from "../_components/enterprise-look-up";

export const metadata: Metadata = { title: "企业查询" };

/** 企业查询 of the officer's own bureau. */
export default async function EnterprisesPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="企业查询">只能查询本局企业，查询会写入审计日志。</PageHeading>
      <EnterpriseLookUp />
    </>
  );
}
