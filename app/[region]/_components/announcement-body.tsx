import { writtenIn } from "@/components/texts/as-written";
import { pageTexts } from "@/components/texts/request-texts";
import { announcementHtml } from "@/lib/server/announcements/body";

const LOOKS =
  "max-w-prose break-words [&>*+*]:mt-4 [&_a]:text-accent [&_a]:underline [&_blockquote]:border-line-strong [&_blockquote]:border-l-4 [&_blockquote]:pl-4 [&_h2]:text-lg [&_h3]:font-semibold [&_h4]:font-semibold [&_hr]:border-line [&_li]:ml-6 [&_ol]:list-decimal [&_table]:block [&_table]:overflow-x-auto [&_td]:border [&_td]:border-line [&_td]:px-3 [&_td]:py-1 [&_th]:border [&_th]:border-line [&_th]:px-3 [&_th]:py-1 [&_th]:text-left [&_ul]:list-disc";

/** The text of 通知公告: Markdown, made harmless on the server whenever it is shown. */
export function AnnouncementBody({ body }: { body: string }) {
  return (
    <div
      lang={writtenIn(body, pageTexts().locale)}
      className={LOOKS}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: announcementHtml lets through a short list of tags, and nothing that runs
      dangerouslySetInnerHTML={{ __html: announcementHtml(body) }}
    />
  );
}
