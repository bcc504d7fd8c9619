"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followEvents } from "@/components/live/follow-events";
import { IMPORT_OVER } from "@/lib/domain/registry-file";

/** Shows the page anew whenever the run has got further: the progress is the database's. */
export function FollowRun({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => {
    const run = `/hall/imports/${id}`;
    let shown: string | null = null;
    return followEvents({ events: `${run}/events`, ask: `${run}/progress` }, (text) => {
      // What is told first is what the page shows, unless the run has ended meanwhile.
      const news = shown === null ? text === IMPORT_OVER : text !== shown;
      shown = text;
      if (news) router.refresh();
      return text === IMPORT_OVER;
    });
  }, [router, id]);
  return null;
}
