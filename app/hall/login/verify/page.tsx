import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hallVerifyView } from "@/lib/server/hall/login";
import { getOfficer } from "@/lib/server/hall/officer-session";
import { HallGate } from "../../_components/hall-gate";
import { OfficerCodeForm } from "./_components/officer-code-form";

export const metadata: Metadata = { title: "身份验证" };

type Props = { searchParams: Promise<{ flow?: string | string[] }> };

/** Second step of the login of an officer: the text message. */
export default async function HallVerifyPage({ searchParams }: Props) {
  const { flow } = await searchParams;
  const view = await hallVerifyView(flow, new Date());
  if (!view || typeof flow !== "string") {
    redirect((await getOfficer()) ? "/hall" : "/hall/login?reason=FLOW_EXPIRED");
  }
  return (
    <HallGate title="身份验证">
      <OfficerCodeForm flow={flow} {...view} />
    </HallGate>
  );
}
