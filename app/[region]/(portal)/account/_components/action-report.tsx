"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";

type Report = (text: string) => void;

const ReportContext = createContext<Report>(() => {});

/** Says what a button of a row has done; the row itself may be gone by then. */
export function useReport(): Report {
  return useContext(ReportContext);
}

/** Place above lists and forms where what was done is said, and takes focus. */
export function ActionReport({ children }: { children: ReactNode }) {
  const [done, setDone] = useState<{ text: string; count: number } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done]);
  return (
    <ReportContext
      value={(text) => setDone((before) => ({ text, count: (before?.count ?? 0) + 1 }))}
    >
      <div role="status">
        {done && (
          <Alert ref={box} tabIndex={-1} tone="success" title={done.text} className="mb-6" />
        )}
      </div>
      {children}
    </ReportContext>
  );
}
