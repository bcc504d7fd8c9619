"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { FormSection } from "@/components/form/form-section";
import { LiveSummary } from "@/components/form/live-summary";
import { PeopleRows } from "@/components/form/people-rows";
import { useActionForm } from "@/components/form/use-action-form";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";
import { agencyInformationForm } from "@/lib/schemas/filings/agency";
import { MAX_ADDED_PEOPLE } from "@/lib/schemas/filings/fields";
import { FormButtons } from "../../../_components/form-buttons";
import { addedText } from "../../../_components/people-text";
import { fileAgencyInformationAction } from "../../../actions";

type AgencyInformationProps = {
  filing: string;
  identityVersion: number;
  agency: { name: string; creditCode: string; taxAuthority: string };
  agents: readonly { id: string; name: string; document: string }[];
  draft: { removed: string[]; added: Record<string, string>[] };
};

/** The form of 《涉税专业服务机构（人员）基本信息采集表》. */
export function AgencyInformation(props: AgencyInformationProps) {
  const { filing, identityVersion, agency, agents, draft } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: agencyInformationForm,
    defaultValues: { ...draft, filing, identityVersion },
    action: fileAgencyInformationAction,
  });
  return (
    <ActionForm handle={handle} label="涉税专业服务机构（人员）基本信息采集表">
      <FormSection wide title="机构信息">
        <DescriptionList
          items={[
            { name: "机构名称", value: agency.name },
            { name: "统一社会信用代码/纳税人识别号", value: groupCreditCode(agency.creditCode) },
            { name: "主管税务机关", value: agency.taxAuthority },
          ]}
        />
      </FormSection>
      <FormSection wide title="已列明的税务代理人员">
        {agents.length === 0 ? (
          <EmptyState title="还没有列明人员">添加并报送后，人员会显示在这里。</EmptyState>
        ) : (
          <CheckboxGroupField
            name="removed"
            label="勾选要移除的人员"
            hint="移除后，该人员立即不能再为本机构的委托企业办税。"
            options={agents.map(({ id, name, document }) => ({
              value: id,
              label: `移除 ${name}`,
              description: document,
            }))}
          />
        )}
      </FormSection>
      <FormSection title="添加税务代理人员">
        <PeopleRows name="added" documentTypes={DOCUMENT_TYPE_CHOICES} max={MAX_ADDED_PEOPLE} />
      </FormSection>
      <LiveSummary
        lines={(values) => [
          { name: "机构名称", value: agency.name },
          { name: "报送后列明人员", value: staffAfter(agents, values) || "无" },
        ]}
      />
      <FormButtons
        submit="报送"
        filing={filing}
        identityVersion={identityVersion}
        kindOf={() => "AGENCY_INFORMATION"}
      />
    </ActionForm>
  );
}

/** Everybody on the list once the form is filed. */
function staffAfter(
  agents: AgencyInformationProps["agents"],
  { removed, added }: Record<string, unknown>,
): string {
  const leaving: readonly unknown[] = Array.isArray(removed) ? removed : [];
  const staying = agents.filter(({ id }) => !leaving.includes(id)).map(({ name }) => name);
  return [...staying, addedText(added)].filter(Boolean).join("、");
}
