"use client";

import { ArrowBigUpDash, Eye, EyeOff } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTexts } from "#use-texts";
import { FieldFrame } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { Input } from "@/components/ui/input";

type PasswordFieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Tells password managers whether a known or a new password belongs here. */
  autoComplete?: "current-password" | "new-password";
};

/** A password box: can be shown, can be pasted into, warns of caps lock. */
export function PasswordField({
  name,
  label,
  hint,
  autoComplete = "current-password",
}: PasswordFieldProps) {
  const t = useTexts();
  const { id, error, control } = useField(name, { label, kind: "text" }, Boolean(hint));
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const Icon = visible ? EyeOff : Eye;

  function watchCapsLock(event: KeyboardEvent) {
    setCapsLock(event.getModifierState("CapsLock"));
  }

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <Input
          {...control}
          type={visible ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-required
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          className="pr-12"
        />
        <button
          type="button"
          aria-label={visible ? t("隐藏密码") : t("显示密码")}
          title={visible ? t("隐藏密码") : t("显示密码")}
          aria-controls={id}
          onClick={() => setVisible(!visible)}
          className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-md text-muted hover:text-ink"
        >
          <Icon aria-hidden="true" className="size-5" />
        </button>
      </span>
      <span aria-live="polite" className="empty:hidden">
        {capsLock && (
          <span className="flex items-center gap-1.5 text-sm text-warning">
            <ArrowBigUpDash aria-hidden="true" className="size-4 shrink-0" />
            {t("大写锁定已打开")}
          </span>
        )}
      </span>
    </FieldFrame>
  );
}
