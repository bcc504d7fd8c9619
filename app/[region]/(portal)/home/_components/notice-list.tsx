import type { ReactNode } from "react";
import { problemText, t } from "@/components/texts/request-texts";
import { Link } from "@/components/ui/link";
import { dayOf } from "@/lib/domain/china-time";
import type { HomeNotice } from "@/lib/server/home/notice";

/** So many are open to see; the others unfold. */
const SHOWN = 6;

type NoticeListProps = {
  region: string;
  notices: readonly HomeNotice[];
  /** In its place when there is none. */
  children: ReactNode;
};

/** The lines of 我的待办 or 服务提醒. */
export function NoticeList({ region, notices, children }: NoticeListProps) {
  if (notices.length === 0) return children;
  const more = notices.slice(SHOWN);
  return (
    <>
      <Lines region={region} notices={notices.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className="mt-2">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {t("其余{count}条", { count: more.length })}
          </summary>
          <Lines region={region} notices={more} />
        </details>
      )}
    </>
  );
}

function Lines({ region, notices }: Pick<NoticeListProps, "region" | "notices">) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {notices.map(({ id, at, path, code, params }) => (
        <li
          key={id}
          className="relative flex min-h-12 flex-wrap items-center gap-x-4 px-4 py-3 has-[a]:hover:bg-accent-soft"
        >
          <span className="min-w-0 flex-1 basis-40">
            {path ? (
              <Link
                href={`/${region}/${path}`}
                className="after:absolute after:inset-0 hover:text-accent hover:underline"
              >
                {problemText({ code, params: named(params) })}
              </Link>
            ) : (
              problemText({ code, params: named(params) })
            )}
          </span>
          {at && (
            <time dateTime={at.toISOString()} className="text-muted text-sm tabular-nums">
              {t.day(dayOf(at))}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Names among the values of a line (roles, forms, days) in the language of the page. */
function named(params: HomeNotice["params"]): HomeNotice["params"] {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value === "number") return [key, value];
      return [key, key === "until" ? t.day(value) : t.named(value)];
    }),
  );
}
