"use client";

import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { useTexts } from "#use-texts";
import { endSessionAction } from "@/app/[region]/(portal)/account/sessions/actions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { RowButton } from "../../_components/row-button";
import { EndedNotice } from "./ended-notice";

/** One open login in words. */
export type SessionLine = {
  id: string;
  browser: string;
  place: string;
  /** The portal, or which phone application. */
  where: string;
  acting: string;
  since: string;
  lastSeen: string;
  current: boolean;
};

/** Open logins, each with 「退出」 but the one in use; works without JavaScript. */
export function SessionTable({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useTexts();
  const [result, submit] = useActionState(endSessionAction, null);
  return (
    <>
      <EndedNotice result={result} />
      <form action={submit}>
        <ResponsiveTable
          caption={t("已登录的设备")}
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "device",
              header: t("设备与地点"),
              cell: ({ browser, where, place, current }) => (
                <>
                  <span className="flex flex-wrap items-center gap-2">
                    {browser} {current && <Badge tone="success">{t("本机")}</Badge>}
                  </span>
                  <span className="block text-muted text-sm">
                    {where}
                    {t("，")}
                    {place}
                  </span>
                </>
              ),
            },
            { key: "acting", header: t("入口与身份"), cell: ({ acting }) => acting },
            {
              key: "since",
              header: t("登录时间"),
              cell: ({ since, lastSeen }) => (
                <span className="tabular-nums md:whitespace-nowrap">
                  {since}
                  <span className="block text-muted text-sm">
                    {t("最近使用 {when}", { when: lastSeen })}
                  </span>
                </span>
              ),
            },
            {
              key: "end",
              header: t("操作"),
              cell: ({ id, current, browser, since }) =>
                current ? (
                  <span className="text-muted md:whitespace-nowrap">{t("使用中")}</span>
                ) : (
                  <>
                    <RowButton name="session" value={id} describedBy={`login-${id}`}>
                      {t("退出")}
                    </RowButton>
                    <span id={`login-${id}`} hidden>
                      {browser} {since}
                    </span>
                  </>
                ),
            },
          ]}
        />
      </form>
      {sessions.length > 1 && (
        <form action={submit} className="mt-4">
          <EndOthersButton />
        </form>
      )}
    </>
  );
}

/** 「退出其他所有登录」: no login is named. */
function EndOthersButton() {
  const t = useTexts();
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant="secondary" pending={pending}>
      {t("退出其他所有登录")}
    </Button>
  );
}
