"use client";

import { useActionState } from "react";
import { useTexts } from "#use-texts";
import { endSystemAction } from "@/app/[region]/(portal)/account/sessions/actions";
import { AsWritten } from "@/components/texts/as-written";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { RowButton } from "../../_components/row-button";
import { EndedNotice } from "./ended-notice";

type SystemLine = { id: string; name: string; outside: boolean; since: string };

/** Business systems signed in at, each with 「退出」; works without JavaScript. */
export function SystemTable({ systems }: { systems: readonly SystemLine[] }) {
  const t = useTexts();
  const [result, submit] = useActionState(endSystemAction, null);
  return (
    <>
      <EndedNotice result={result} />
      {systems.length === 0 && <p className="text-muted">{t("没有登录中的业务系统")}</p>}
      {systems.length > 0 && (
        <form action={submit}>
          <ResponsiveTable
            caption={t("已登录的业务系统")}
            rows={systems}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("业务系统"),
                cell: ({ id, name, outside }) => (
                  <>
                    <span id={`system-${id}`}>
                      <AsWritten>{name}</AsWritten>
                    </span>
                    {outside && (
                      <span className="block text-muted text-sm">
                        {t("外部系统，再次登录时须重新同意")}
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: "since",
                header: t("登录时间"),
                cell: ({ since }) => (
                  <span className="tabular-nums md:whitespace-nowrap">{since}</span>
                ),
              },
              {
                key: "end",
                header: t("操作"),
                cell: ({ id }) => (
                  <RowButton name="client" value={id} describedBy={`system-${id}`}>
                    {t("退出")}
                  </RowButton>
                ),
              },
            ]}
          />
        </form>
      )}
    </>
  );
}
