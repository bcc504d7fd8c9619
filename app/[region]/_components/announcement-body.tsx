/** The text of an announcement (通知公告): paragraphs, parted by line breaks. */
export function AnnouncementBody({ body }: { body: string }) {
  return <div className="max-w-prose whitespace-pre-line">{body}</div>;
}
