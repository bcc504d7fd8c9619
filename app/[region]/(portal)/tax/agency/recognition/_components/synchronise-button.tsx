"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { messageOf } from "@/lib/messages";
import { synchroniseAgenciesAction } from "../../../actions";

/** 「同步代理机构」: brings the list up to date and says what it found. */
export function SynchroniseButton({ identityVersion }: { identityVersion: number }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [said, setSaid] = useState("");
  const [pending, start] = useTransition();

  function synchronise() {
    start(async () => {
      const result = await synchroniseAgenciesAction({ identityVersion }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      setSaid(
        result.ok
          ? `同步完成：有效${result.value.inForce}家，待认定${result.value.waiting}家`
          : result.problems.map(messageOf).join("；"),
      );
      router.refresh();
    });
  }

  return (
    <>
      <Button pending={pending} disabled={!hydrated} onClick={synchronise}>
        同步代理机构
      </Button>
      <p role="status" className="self-center text-muted empty:hidden">
        {said}
      </p>
    </>
  );
}
