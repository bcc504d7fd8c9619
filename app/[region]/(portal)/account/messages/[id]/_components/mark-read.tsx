"use client";

import { useEffect, useRef } from "react";
import { markReadAction } from "@/app/[region]/(portal)/account/messages/actions";

/** Marks the message as read once it is shown: asking for a page changes nothing by itself. */
export function MarkRead({ message }: { message: string }) {
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    // Without an answer it stays unread, which harms nobody.
    markReadAction({ message }).catch(() => undefined);
  }, [message]);
  return null;
}
