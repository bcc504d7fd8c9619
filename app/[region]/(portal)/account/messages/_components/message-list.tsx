import { t } from "@/components/texts/request-texts";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";

type MessageListProps = {
  region: string;
  messages: readonly { id: string; title: string; at: Date; unread: boolean }[];
};

/** Messages by title; the unread ones are marked. */
export function MessageList({ region, messages }: MessageListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {messages.map(({ id, title, at, unread }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-accent-soft"
        >
          <span className="flex min-w-0 flex-1 basis-60 items-center gap-2">
            <Link
              href={`/${region}/account/messages/${id}`}
              className={`min-w-0 after:absolute after:inset-0 hover:text-accent hover:underline ${unread ? "font-semibold" : ""}`}
            >
              {title}
            </Link>
            {unread && <Badge tone="accent">{t("未读")}</Badge>}
          </span>
          <time dateTime={at.toISOString()} className="text-muted text-sm tabular-nums">
            {t.moment(at)}
          </time>
        </li>
      ))}
    </ul>
  );
}
