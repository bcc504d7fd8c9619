import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { noticeWords } from "@/app/[region]/_components/notice-words";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { MESSAGES_ON_ONE_PAGE, ownMessages } from "@/lib/server/notices/inbox";
import { requireSession } from "@/lib/server/session";
import { MessageList } from "./_components/message-list";
import { markAllReadAction } from "./actions";

export const generateMetadata = titled("消息中心");

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 消息中心 (A5): what happened to the person's account and authorisations, newest first. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { page } = readListQuery(await searchParams);
  const { messages, total } = await ownMessages(session.personId, page);
  const unread = session.unreadMessages;
  return (
    <>
      <PageHeading
        title={t("消息中心")}
        actions={
          unread > 0 && (
            <form action={markAllReadAction}>
              <Button type="submit" variant="secondary">
                {t("全部标为已读")}
              </Button>
            </form>
          )
        }
      >
        {unread > 0
          ? t("您有{unread}条未读消息。", { unread })
          : t("账户和授权有变化时，会在这里通知您。")}
      </PageHeading>
      {messages.length === 0 ? (
        <EmptyState title={t("没有消息")}>
          {t("密码、手机号码、授权等发生变化，或在新设备上登录时，会在这里通知您。")}
        </EmptyState>
      ) : (
        <MessageList
          region={region.slug}
          messages={messages.map((message) => ({
            ...message,
            title: noticeWords({ ...message, text: "", params: {} }).title,
          }))}
        />
      )}
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(total / MESSAGES_ON_ONE_PAGE)}
          hrefOf={(to) => `?page=${to}`}
        />
      </div>
    </>
  );
}
