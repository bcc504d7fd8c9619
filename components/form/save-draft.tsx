"use client";

import { useState, useTransition } from "react";
import { useActionFormContext } from "@/components/form/action-form-context";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { formatMoment } from "@/lib/domain/china-time";
import type { Result } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";

type SaveDraftProps = {
  /** Keeps the values as typed. */
  save: (values: Record<string, unknown>) => Promise<Result<{ savedAt: string }>>;
};

/** 「保存草稿」: nothing has to be right yet. Passwords are left out. */
export function SaveDraft({ save }: SaveDraftProps) {
  const { form, pending } = useActionFormContext();
  const hydrated = useHydrated();
  const [saving, startSaving] = useTransition();
  const [said, setSaid] = useState("");

  function press() {
    startSaving(async () => {
      const {
        agreementPassword: _,
        filing: _id,
        identityVersion: _v,
        ...values
      } = form.getValues();
      const result = await save(values).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      setSaid(
        result.ok
          ? `草稿已保存（${formatMoment(new Date(result.value.savedAt))}）`
          : result.problems.map(messageOf).join("；"),
      );
    });
  }

  return (
    <>
      <Button
        variant="secondary"
        pending={saving}
        disabled={!hydrated || pending}
        data-waiting={hydrated ? undefined : ""}
        onClick={press}
      >
        保存草稿
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {said}
      </p>
    </>
  );
}
