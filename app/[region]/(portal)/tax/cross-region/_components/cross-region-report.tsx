"use client";

import { ActionForm } from "@/components/form/action-form";
import { FormSection } from "@/components/form/form-section";
import { LiveSummary } from "@/components/form/live-summary";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PROJECT_KIND_CHOICES } from "@/lib/labels";
import { crossRegionForm } from "@/lib/schemas/filings/cross-region";
import { FormButtons } from "../../_components/form-buttons";
import { fileCrossRegionReportAction } from "../../actions";

type CrossRegionReportProps = {
  filing: string;
  identityVersion: number;
  regions: readonly { value: string; label: string }[];
  draft: Record<string, string>;
};

/** The form of 《跨区域涉税事项报告表》. */
export function CrossRegionReport(props: CrossRegionReportProps) {
  const { filing, identityVersion, regions, draft } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: crossRegionForm,
    defaultValues: { ...draft, filing, identityVersion },
    action: fileCrossRegionReportAction,
  });
  const labelOf = (choices: typeof regions, value: unknown) =>
    choices.find((choice) => choice.value === value)?.label ?? "";
  return (
    <ActionForm handle={handle} label="跨区域涉税事项报告表">
      <FormSection title="项目信息">
        <SelectField name="projectKind" label="特定主体类型" options={PROJECT_KIND_CHOICES} />
        <SelectField
          name="projectRegion"
          label="项目地"
          hint="项目在哪个税务局的辖区，就在哪里办理。"
          options={regions}
        />
        <TextField name="projectName" label="项目名称" />
      </FormSection>
      <FormSection
        title="经办人和联系人"
        hint="两人可从“特定主体”登录办理该项目：姓名和手机号码须与本人账户完全一致。"
      >
        <TextField name="handlerName" label="经办人姓名" />
        <TextField name="handlerPhone" label="经办人手机号码" inputMode="tel" />
        <TextField name="contactName" label="联系人姓名" />
        <TextField name="contactPhone" label="联系人手机号码" inputMode="tel" />
      </FormSection>
      <FormSection title="有效期">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="validFrom" label="有效期起" type="date" />
          <TextField name="validTo" label="有效期止" type="date" />
        </div>
      </FormSection>
      <LiveSummary
        lines={(values) => [
          { name: "特定主体类型", value: labelOf(PROJECT_KIND_CHOICES, values.projectKind) },
          { name: "项目地", value: labelOf(regions, values.projectRegion) },
          { name: "项目名称", value: String(values.projectName ?? "") },
          { name: "经办人", value: joined(values.handlerName, values.handlerPhone) },
          { name: "联系人", value: joined(values.contactName, values.contactPhone) },
          { name: "有效期", value: joined(values.validFrom, values.validTo, "至") },
        ]}
      />
      <FormButtons
        submit="提交"
        filing={filing}
        identityVersion={identityVersion}
        kindOf={({ projectKind }) =>
          projectKind === "PROPERTY_SOURCE" ? "PROPERTY_SOURCE" : "CROSS_REGION_REPORT"
        }
      />
    </ActionForm>
  );
}

/** Two texts as one; nothing while either is missing. */
function joined(first: unknown, second: unknown, by = " "): string {
  return first && second ? `${first}${by}${second}` : "";
}
