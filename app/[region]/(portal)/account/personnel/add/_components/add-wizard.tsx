"use client";

import { useEffect, useRef, useState } from "react";
import { Stepper } from "@/components/layout/stepper";
import type { NamedIdentity } from "../../../staff/_components/identity-boxes";
import { type Found, SearchStep } from "./search-step";
import { SetUpStep } from "./set-up-step";

type AddWizardProps = {
  /** Address of 企业人员维护. */
  base: string;
  identityVersion: number;
  identities: readonly NamedIdentity[];
};

/** 添加办税人员: 搜索 → 下一步 → password and permissions → 确定. What was typed stays when going back. */
export function AddWizard({ base, identityVersion, identities }: AddWizardProps) {
  const [found, setFound] = useState<Found | null>(null);
  const [step, setStep] = useState<"SEARCH" | "SET_UP">("SEARCH");
  const top = useRef<HTMLDivElement>(null);
  const arrived = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step begins at its top
  useEffect(() => {
    if (arrived.current) top.current?.focus();
    arrived.current = true;
  }, [step]);
  const setting = step === "SET_UP" && found !== null;
  return (
    <div ref={top} tabIndex={-1}>
      <Stepper steps={["搜索人员", "设置密码和权限"]} current={setting ? 1 : 0} />
      {setting ? (
        <SetUpStep
          key={found.typed.documentNumber}
          base={base}
          found={found}
          identities={identities}
          back={() => setStep("SEARCH")}
        />
      ) : (
        <SearchStep
          identityVersion={identityVersion}
          found={found}
          setFound={setFound}
          next={() => setStep("SET_UP")}
        />
      )}
    </div>
  );
}
