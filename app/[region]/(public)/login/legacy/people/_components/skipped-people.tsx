import { messageOf } from "@/lib/messages";
import { LegacyHelp } from "../../_components/legacy-help";

type SkippedPeopleProps = { region: string; skipped: readonly { name: string; problem: string }[] };

/** Whom 「同步办税人」 passed over, and why (辽宁 二(一)2 温馨提示). */
export function SkippedPeople({ region, skipped }: SkippedPeopleProps) {
  if (skipped.length === 0) return null;
  return (
    <section aria-labelledby="skipped" className="mt-8">
      <h2 id="skipped" className="font-semibold">
        以下人员未能同步
      </h2>
      <ul className="mt-2 grid gap-2 text-sm">
        {skipped.map(({ name, problem }) => (
          <li key={name} className="border-line border-l-2 pl-3">
            <span className="block">{name}</span>
            <span className="block">{messageOf({ code: problem })}</span>
            <span className="text-muted">
              <LegacyHelp region={region} code={problem} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
