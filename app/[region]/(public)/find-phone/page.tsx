import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { GuidancePage } from "@/app/[region]/(public)/_guidance/guidance-page";
import { lostPhone } from "@/app/[region]/(public)/_guidance/topics";

export const metadata: Metadata = { title: "找回手机号码" };
export const dynamicParams = false;

/** 找回手机号码, handled at the hall. */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  return <GuidancePage region={region} topic={lostPhone()} />;
}
