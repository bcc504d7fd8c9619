import type { Metadata } from "next";
import { connection } from "next/server";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { isSetupLink } from "@/lib/server/hall/set-password";
import { HallGate } from "../../_components/hall-gate";
import { OfficerPasswordForm } from "./_components/officer-password-form";

export const metadata: Metadata = { title: "设置密码" };

type Props = { params: Promise<{ token: string }> };

/** 设置密码 of an officer, from the one-time link (B13). */
export default async function SetPasswordPage({ params }: Props) {
  await connection();
  const { token } = await params;
  return (
    <HallGate title="设置密码">
      {(await isSetupLink(token, new Date())) ? (
        <OfficerPasswordForm token={token} />
      ) : (
        <Alert tone="danger" title={messageOf({ code: "SETUP_LINK_INVALID" })} />
      )}
    </HallGate>
  );
}
