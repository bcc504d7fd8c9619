"use client";

import { useFormStatus } from "react-dom";
import { useTexts } from "#use-texts";
import { Button } from "@/components/ui/button";

type SwitchButtonProps = {
  identity: string;
  /** Id of the element that says what it switches to; screen readers read it after the name. */
  describedBy: string;
};

/** 「切换」 of one row. */
export function SwitchButton({ identity, describedBy }: SwitchButtonProps) {
  const t = useTexts();
  const { pending, data } = useFormStatus();
  return (
    <Button
      type="submit"
      variant="secondary"
      name="identity"
      value={identity}
      aria-describedby={describedBy}
      pending={pending && data.get("identity") === identity}
    >
      {t("切换")}
    </Button>
  );
}
