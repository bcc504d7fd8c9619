"use client";

import { useRouter } from "next/navigation";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/ui/use-hydrated";

const KINDS = [
  { value: "PERSON", label: "自然人", path: "forgot-password" },
  { value: "ENTERPRISE", label: "企业", path: "forgot-password/enterprise" },
] as const;

type RecoveryKindProps = { region: string; current: (typeof KINDS)[number]["value"] };

/** Whose password was forgotten; the other one has a page of its own (F4). */
export function RecoveryKind({ region, current }: RecoveryKindProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  return (
    <RadioGroup legend="找回谁的密码" className="mb-6">
      <div className="flex flex-wrap gap-x-8">
        {KINDS.map(({ value, label, path }) => (
          <Radio
            key={value}
            id={`recovery-kind-${value}`}
            name="recovery-kind"
            value={value}
            label={label}
            checked={value === current}
            disabled={!hydrated}
            onChange={() => router.push(`/${region}/${path}`)}
          />
        ))}
      </div>
    </RadioGroup>
  );
}
