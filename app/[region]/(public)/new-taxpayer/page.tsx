import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { GuidancePage } from "@/app/[region]/(public)/_guidance/guidance-page";
import { newTaxpayer } from "@/app/[region]/(public)/_guidance/topics";

export const metadata: Metadata = { title: "新办纳税人套餐" };
export const dynamicParams = false;

/** 新办纳税人套餐, handled at the hall. */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  return <GuidancePage region={region} topic={newTaxpayer()} />;
}
