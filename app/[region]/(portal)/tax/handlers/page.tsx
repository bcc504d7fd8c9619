import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { draftChoice, draftRows } from "@/lib/schemas/filings/draft";
import { handlersInRegistry } from "@/lib/server/registry/handlers";
import { formStart, openForm } from "../_components/open-form";
import { HandlerChange } from "./_components/handler-change";

const TITLE = "变更税务登记-办税人员信息";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 变更税务登记-办税人员信息 (E7): the handlers the registry lists. */
export default async function HandlersPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "HANDLER_CHANGE", TITLE);
  if ("refused" in opened) return opened.refused;
  const { session, enterprise } = opened;
  const handlers = await handlersInRegistry(enterprise.id);
  const { draft } = await searchParams;
  const { filing, values } = await formStart(session, ["HANDLER_CHANGE"], draft);
  return (
    <>
      <PageHeading title={TITLE}>
        维护{enterprise.name}在税务登记中的办税员。新登记的人员须本人注册并确认后，才能为企业办税。
      </PageHeading>
      <HandlerChange
        filing={filing}
        identityVersion={session.identityVersion}
        handlers={handlers}
        draft={{
          removed: draftChoice(values, "removed", handlers),
          changed: draftRows(values, "changed").filter(({ relation }) =>
            handlers.some(({ id }) => id === relation),
          ),
          added: draftRows(values, "added"),
        }}
      />
    </>
  );
}
