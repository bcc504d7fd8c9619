"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { messageOf } from "@/lib/messages";
import { useReport } from "../../_components/action-report";
import { faceBeforeAddingAction } from "../actions";

/** Turns 被添加前须扫脸 on or off. */
export function FaceSwitch({ wanted }: { wanted: boolean }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const report = useReport();
  const [refused, setRefused] = useState("");
  const [pending, start] = useTransition();

  function press() {
    start(async () => {
      const result = await faceBeforeAddingAction({ wanted: !wanted }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      setRefused(result.ok ? "" : result.problems.map(messageOf).join("；"));
      if (!result.ok) return;
      report(wanted ? "已关闭“被添加前须扫脸”" : "已开启“被添加前须扫脸”");
      router.refresh();
    });
  }

  return (
    <>
      <Button
        variant="secondary"
        pending={pending}
        disabled={!hydrated}
        aria-describedby="face-before-adding"
        onClick={press}
      >
        {wanted ? "关闭" : "开启"}
      </Button>
      {refused && (
        <p role="alert" className="mt-2 text-danger">
          {refused}
        </p>
      )}
    </>
  );
}
