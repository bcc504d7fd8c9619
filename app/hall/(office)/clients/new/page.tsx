import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { issuer } from "@/lib/server/oidc/issuer";
import { RegisterClient } from "../_components/register-client";

export const metadata: Metadata = { title: "登记客户端" };

/** A new client: what it is, where it stands, and what it may be told. */
export default async function NewClientPage() {
  await requireOfficer("SUPERVISOR");
  return (
    <>
      <Breadcrumb items={[{ label: "业务系统", href: "/hall/clients" }, { label: "登记客户端" }]} />
      <PageHeading title="登记客户端">
        按系统建设方提供的资料填写；密钥在登记后显示一次。
      </PageHeading>
      <RegisterClient issuer={issuer()} />
    </>
  );
}
