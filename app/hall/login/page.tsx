import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getOfficer } from "@/lib/server/hall/officer-session";
import { HallGate } from "../_components/hall-gate";
import { OfficerLoginForm } from "./_components/officer-login-form";

export const metadata: Metadata = { title: "税务人员登录" };

type Props = { searchParams: Promise<{ reason?: string | string[] }> };

/** First step of the login of an officer (T1). */
export default async function HallLoginPage({ searchParams }: Props) {
  const { reason } = await searchParams;
  if (await getOfficer()) redirect("/hall");
  return (
    <HallGate title="税务人员登录" reason={reason}>
      <OfficerLoginForm />
    </HallGate>
  );
}
