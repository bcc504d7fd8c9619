"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem, Result } from "@/lib/domain/result";
import { removePhoneAction, setDefaultPhoneAction } from "../actions";
import { RemovePhone } from "./remove-phone";

type PhoneRow = { id: string; masked: string; isDefault: boolean };

/** The person's phones, with 「设为默认」 and 「删除」 in each row. */
export function PhoneList({ phones }: { phones: readonly PhoneRow[] }) {
  const t = useTexts();
  const problemText = useProblemText();
  const router = useRouter();
  const hydrated = useHydrated();
  const [pending, startChange] = useTransition();
  const [busy, setBusy] = useState<string | null>(null);
  const [removing, setRemoving] = useState<PhoneRow | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = phones.length === 1;

  function change(key: string, act: () => Promise<Result<unknown>>) {
    if (pending) return;
    setBusy(key);
    setProblem(null);
    startChange(async () => {
      const result = await act().catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      if (!result.ok) setProblem(result.problems[0] ?? { code: "UNEXPECTED" });
      // Only its own dialog: another one may have been opened meanwhile.
      else setRemoving((open) => (open?.id === key ? null : open));
      router.refresh();
    });
  }

  return (
    <>
      {problem && !removing && (
        <Alert tone="danger" role="alert" title={problemText(problem)} className="mb-4" />
      )}
      {phones.length === 0 ? (
        <EmptyState title={t("您的手机号码为空")}>
          <p>
            {t(
              "添加手机号码后，即可用手机号码登录、接收短信验证码；第一个手机号码为默认手机号码。",
            )}
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={t("我的手机号码")}
          rows={phones}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "phone",
              header: t("手机号码"),
              cell: ({ id, masked, isDefault }) => (
                <span className="flex min-h-11 flex-wrap items-center gap-2">
                  <span id={`phone-${id}`} className="tabular-nums">
                    {masked}
                  </span>
                  {isDefault && <Badge tone="accent">{t("默认")}</Badge>}
                </span>
              ),
            },
            {
              key: "actions",
              header: t("操作"),
              cell: (row) => (
                <span className="flex flex-wrap gap-2">
                  {!row.isDefault && (
                    <Button
                      variant="secondary"
                      disabled={!hydrated}
                      pending={pending && busy === row.id}
                      aria-describedby={`phone-${row.id}`}
                      onClick={() =>
                        change(row.id, () => setDefaultPhoneAction({ phoneId: row.id }))
                      }
                    >
                      {t("设为默认")}
                    </Button>
                  )}
                  <Button
                    variant="secondary"
                    disabled={!hydrated}
                    aria-describedby={`phone-${row.id}`}
                    onClick={() => {
                      setProblem(null);
                      setRemoving(row);
                    }}
                  >
                    {t("删除")}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <RemovePhone
        phone={removing}
        last={last}
        pending={pending}
        problem={problem}
        onConfirm={(phoneId) => change(phoneId, () => removePhoneAction({ phoneId, last }))}
        onClose={() => setRemoving(null)}
      />
    </>
  );
}
