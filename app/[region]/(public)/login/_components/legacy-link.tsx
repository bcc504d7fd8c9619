"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { Link } from "@/components/ui/link";
import { dayOf } from "@/lib/domain/china-time";

/**
 * What belongs to the old entry (旧版登录) on a page that is a file: gone from `endsOn` on, by the visitor's own clock. Should
 * that be wrong, the old entry itself says that it has ended.
 */
export function UntilLegacyEnds({
  endsOn,
  children,
}: {
  endsOn: string | null;
  children: ReactNode;
}) {
  const [ended, setEnded] = useState(false);
  useEffect(() => setEnded(endsOn !== null && endsOn <= dayOf(new Date())), [endsOn]);
  return ended ? null : children;
}

/** 「旧版登录」 of the unified login. */
export function LegacyLink({ region, endsOn }: { region: string; endsOn: string | null }) {
  const t = useTexts();
  return (
    <UntilLegacyEnds endsOn={endsOn}>
      <Link href={`/${region}/login/legacy`} className="link inline-flex min-h-11 items-center">
        {t("旧版登录")}
      </Link>
    </UntilLegacyEnds>
  );
}
