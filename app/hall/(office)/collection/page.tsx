import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { CollectionForm } from "./_components/collection-form";

export const metadata: Metadata = { title: "实名信息采集" };

/** 实名信息采集 at the counter, with a photograph from the camera or a file. */
export default async function CollectionPage() {
  await requireOfficer("COUNTER", "SUPERVISOR");
  return (
    <>
      <PageHeading title="实名信息采集">
        核对证件原件与本人一致后采集。照片用于本人以后的人脸核验，加密保存。
      </PageHeading>
      <CollectionForm />
    </>
  );
}
