import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/lib/domain/china-time";
import { outboxIsShown, readOutbox } from "@/lib/server/gateways/outbox";

export const metadata: Metadata = { title: "发件箱" };

/** What the embedded gateway has sent, for development and demonstrations. */
export default async function OutboxPage() {
  await connection();
  if (!outboxIsShown()) notFound();
  const messages = await readOutbox();
  return (
    <PublicShell>
      <PageHeading title="发件箱">
        没有接入短信和邮件服务时，系统发出的消息显示在这里，最新的在最前。
      </PageHeading>
      {messages.length === 0 && (
        <EmptyState title="还没有发出的消息">在登录页获取验证码后，刷新本页查看。</EmptyState>
      )}
      <ol className="grid gap-4">
        {messages.map((message) => (
          <li
            key={`${message.sentAt} ${message.to} ${message.code}`}
            className="wrap-anywhere min-w-0 rounded-md border border-line bg-raised p-4"
          >
            <p className="flex flex-wrap justify-between gap-2 text-muted text-sm tabular-nums">
              <span>{message.to}</span>
              <span>{formatMoment(new Date(message.sentAt))}</span>
            </p>
            <p className="mt-2 whitespace-pre-line">{message.text}</p>
          </li>
        ))}
      </ol>
    </PublicShell>
  );
}
