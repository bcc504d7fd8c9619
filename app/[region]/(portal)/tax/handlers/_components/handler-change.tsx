"use client";

import { ActionForm } from "@/components/form/action-form";
import { FormSection } from "@/components/form/form-section";
import { LiveSummary } from "@/components/form/live-summary";
import { PeopleRows } from "@/components/form/people-rows";
import { useActionForm } from "@/components/form/use-action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";
import { MAX_ADDED_PEOPLE } from "@/lib/schemas/filings/fields";
import { handlerChangeForm } from "@/lib/schemas/filings/handlers";
import { FormButtons } from "../../_components/form-buttons";
import { addedText } from "../../_components/people-text";
import { fileHandlerChangeAction } from "../../actions";
import { type Handler, HandlerRows } from "./handler-rows";

type HandlerChangeProps = {
  filing: string;
  identityVersion: number;
  handlers: readonly Handler[];
  draft: { removed: string[]; changed: Record<string, string>[]; added: Record<string, string>[] };
};

/** The form of 变更税务登记-办税人员信息. */
export function HandlerChange(props: HandlerChangeProps) {
  const { filing, identityVersion, handlers, draft } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: handlerChangeForm,
    defaultValues: { ...draft, filing, identityVersion },
    action: fileHandlerChangeAction,
  });
  const namesOf = (ids: unknown) =>
    handlers
      .filter(({ id }) => Array.isArray(ids) && ids.includes(id))
      .map(({ name }) => name)
      .join("、");
  return (
    <ActionForm handle={handle} label="变更税务登记-办税人员信息">
      <FormSection
        wide
        title="已登记的办税员"
        hint="姓名或证件登记有误的，请移除后重新添加；已授权的人员移除登记后，授权不变。"
      >
        {handlers.length === 0 ? (
          <EmptyState title="没有已登记的办税员">添加并提交后，人员会显示在这里。</EmptyState>
        ) : (
          <HandlerRows handlers={handlers} />
        )}
      </FormSection>
      <FormSection title="添加办税员">
        <PeopleRows
          name="added"
          withMobile
          documentTypes={DOCUMENT_TYPE_CHOICES}
          max={MAX_ADDED_PEOPLE}
        />
      </FormSection>
      <LiveSummary
        lines={({ removed, changed, added }) => [
          { name: "移除人员", value: namesOf(removed) || "无" },
          {
            name: "变更手机号码",
            value: namesOf(relationsOf(changed)) || "无",
          },
          { name: "添加人员", value: addedText(added) || "无" },
        ]}
      />
      <FormButtons
        submit="提交"
        filing={filing}
        identityVersion={identityVersion}
        kindOf={() => "HANDLER_CHANGE"}
      />
    </ActionForm>
  );
}

function relationsOf(changed: unknown): string[] {
  const rows: readonly { relation?: string }[] = Array.isArray(changed) ? changed : [];
  return rows.map((row) => row?.relation ?? "");
}
