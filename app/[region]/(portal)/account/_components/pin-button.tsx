"use client";

import { Pin, PinOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { pinIdentityAction } from "../switch/actions";

type PinButtonProps = {
  identity: string;
  pinned: boolean;
  /** Id of the element that says which identity; screen readers read it after the name. */
  describedBy: string;
};

/** 「置顶」 or 「取消置顶」 of one row. */
export function PinButton({ identity, pinned, describedBy }: PinButtonProps) {
  const t = useTexts();
  const problemText = useProblemText();
  const router = useRouter();
  const hydrated = useHydrated();
  const [refused, setRefused] = useState("");
  const [pending, start] = useTransition();
  const Icon = pinned ? PinOff : Pin;

  function press() {
    start(async () => {
      const result = await pinIdentityAction({ identity, pinned: !pinned }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      setRefused(result.ok ? "" : result.problems.map(problemText).join(" "));
      if (result.ok) router.refresh();
    });
  }

  return (
    <>
      <Button
        variant="ghost"
        pending={pending}
        disabled={!hydrated}
        aria-describedby={describedBy}
        onClick={press}
      >
        <Icon aria-hidden="true" className="size-4" />
        {pinned ? t("取消置顶") : t("置顶")}
      </Button>
      {refused && (
        <span role="alert" className="text-danger text-sm">
          {refused}
        </span>
      )}
    </>
  );
}
