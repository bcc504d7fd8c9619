import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { dayOf } from "@/lib/domain/china-time";
import type { RegionProfile } from "@/lib/regions/types";

type Announcement = { id: string; title: string; publishedAt: Date | null };

type AnnouncementListProps = { region: RegionProfile; announcements: readonly Announcement[] };

/** 通知公告, newest first. */
export function AnnouncementList({ region, announcements }: AnnouncementListProps) {
  if (announcements.length === 0) {
    return (
      <EmptyState title={t("暂无通知公告")}>
        {t("{bureau}发布的通知公告会显示在这里，无需登录即可查看。", {
          bureau: t.named(region.bureauName),
        })}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {announcements.map(({ id, title, publishedAt }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 hover:bg-accent-soft"
        >
          <Link
            href={`/${region.slug}/announcements/${id}`}
            className="min-w-0 flex-1 basis-60 hover:text-accent hover:underline after:absolute after:inset-0"
          >
            <AsWritten>{title}</AsWritten>
          </Link>
          {publishedAt && (
            <time dateTime={publishedAt.toISOString()} className="text-muted text-sm tabular-nums">
              {t.day(dayOf(publishedAt))}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}
