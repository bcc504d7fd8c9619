import type { ReactNode } from "react";
import { AnnouncementList } from "@/app/[region]/_components/announcement-list";
import { EmptyState } from "@/components/ui/empty-state";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { messageOf } from "@/lib/messages";
import type { RegionProfile } from "@/lib/regions/types";
import type { HomeNotice } from "@/lib/server/home/notices";

type NoticeAreaProps = {
  region: RegionProfile;
  todos: readonly HomeNotice[];
  reminders: readonly HomeNotice[];
  announcements: readonly { id: string; title: string; publishedAt: Date | null }[];
};

/** 消息区: 我的待办, 服务提醒, 通知公告. */
export function NoticeArea({ region, todos, reminders, announcements }: NoticeAreaProps) {
  return (
    <div className="mx-auto grid max-w-6xl gap-6 px-4 pb-10 sm:px-6 lg:grid-cols-3">
      <Area id="todos" title="我的待办">
        <Notices notices={todos}>
          <EmptyState title="没有待办事项">
            需要您确认的授权、征期内未申报等待办事项会显示在这里。
          </EmptyState>
        </Notices>
      </Area>
      <Area id="reminders" title="服务提醒">
        <Notices notices={reminders}>
          <EmptyState title="没有服务提醒">您发起的涉税事项，其处理进度会显示在这里。</EmptyState>
        </Notices>
      </Area>
      <Area id="announcements" title="通知公告">
        <AnnouncementList region={region} announcements={announcements} />
      </Area>
    </div>
  );
}

function Area({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The lines of an area, or `children` when there is none. */
function Notices({ notices, children }: { notices: readonly HomeNotice[]; children: ReactNode }) {
  if (notices.length === 0) return children;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {notices.map(({ id, at, ...text }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 px-4 py-3">
          <span className="min-w-0 flex-1 basis-40">{messageOf(text)}</span>
          <time dateTime={at.toISOString()} className="text-muted text-sm tabular-nums">
            {formatDay(dayOf(at))}
          </time>
        </li>
      ))}
    </ul>
  );
}
