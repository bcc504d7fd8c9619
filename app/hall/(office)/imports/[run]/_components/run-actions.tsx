import { importKindLabel } from "@/lib/labels";
import { RunButton } from "./run-button";
import type { RunView } from "./run-view";
import { UploadFile } from "./upload-file";

/** Nothing to do any more. */
const OVER: readonly RunView["status"][] = ["APPROVED", "APPLIED", "CANCELLED"];

/** What its officer may do with a run that is not over: send a file, another file, to 复核, or give it up, also while it is read. */
export function RunActions({ run, maxBytes }: { run: RunView; maxBytes: number }) {
  const { id, status, own, waiting, kind } = run;
  if (!own || waiting || OVER.includes(status)) return null;
  const subject = importKindLabel(kind);
  return (
    <div className="mb-8 grid gap-6">
      <div className="flex flex-wrap gap-3">
        {status === "READY" && <RunButton what="SUBMIT" id={id} subject={subject} />}
        <RunButton what="CANCEL" id={id} subject={subject} />
      </div>
      {status !== "CHECKING" && (
        <UploadFile id={id} maxBytes={maxBytes} again={run.fileNumber > 0} />
      )}
    </div>
  );
}
