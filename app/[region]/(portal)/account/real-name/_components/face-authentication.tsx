"use client";

import { useState } from "react";
import { useTexts } from "#use-texts";
import { RealNameByScan } from "@/app/[region]/_components/real-name-by-scan";
import { realNameCodeAction } from "@/app/[region]/(portal)/account/real-name/actions";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { RealNameWay } from "@/lib/server/accounts/real-name";

type FaceAuthenticationProps = {
  ways: readonly RealNameWay[];
  /** Before a sensitive function instead of for the level itself. */
  stepUp?: boolean;
};

/** 「扫脸认证」: a code to scan, whose face check raises the level and proves this session (R4, B17). */
export function FaceAuthentication({ ways, stepUp = false }: FaceAuthenticationProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  if (!open) {
    return (
      <Button className="mt-4" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t("扫脸认证")}
      </Button>
    );
  }
  return (
    <RealNameByScan
      label={t("扫脸认证")}
      className="mt-4"
      ways={ways}
      create={({ app, consent }) => realNameCodeAction({ app, stepUp, consent })}
      takeUp={(ticket) => takeUpTicketAction({ ticket })}
    />
  );
}
