import type { ReactNode } from "react";
import { AnnouncementList } from "@/app/[region]/_components/announcement-list";
import { t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";
import type { HomeNotice } from "@/lib/server/home/notice";
import { NoticeList } from "./notice-list";

type NoticeAreaProps = {
  region: RegionProfile;
  todos: readonly HomeNotice[];
  reminders: readonly HomeNotice[];
  announcements: readonly { id: string; title: string; publishedAt: Date | null }[];
};

/** 消息区: 我的待办, 服务提醒, 通知公告. */
export function NoticeArea({ region, todos, reminders, announcements }: NoticeAreaProps) {
  return (
    <div className="mx-auto grid max-w-6xl items-start gap-6 px-4 pb-10 sm:px-6 lg:grid-cols-3">
      <Area id="todos" title={t("我的待办")} count={todos.length}>
        <NoticeList region={region.slug} notices={todos}>
          <EmptyState title={t("没有待办事项")}>
            {t("需要您确认的授权、待您办理的申请和未提交的表单会显示在这里。")}
          </EmptyState>
        </NoticeList>
      </Area>
      <Area id="reminders" title={t("服务提醒")} count={reminders.length}>
        <NoticeList region={region.slug} notices={reminders}>
          <EmptyState title={t("没有服务提醒")}>
            {t("您发起的涉税事项的处理进度，以及即将到期的授权和协议会显示在这里。")}
          </EmptyState>
        </NoticeList>
      </Area>
      <Area
        id="announcements"
        title={t("通知公告")}
        action={
          <Link
            href={`/${region.slug}/announcements`}
            className="link inline-flex min-h-11 items-center"
          >
            {t("全部公告")}
          </Link>
        }
      >
        <AnnouncementList region={region} announcements={announcements} />
      </Area>
    </div>
  );
}

type AreaProps = {
  id: string;
  title: string;
  count?: number;
  action?: ReactNode;
  children: ReactNode;
};

function Area({ id, title, count = 0, action, children }: AreaProps) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-1 flex min-h-11 items-center justify-between gap-3">
        <h2 id={id} className="scroll-mt-4 text-lg">
          {title}
          {count > 0 && (
            <span className="ml-2 rounded-full bg-accent-soft px-2 text-accent text-sm tabular-nums">
              {count}
              <span className="sr-only">{t("条")}</span>
            </span>
          )}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
