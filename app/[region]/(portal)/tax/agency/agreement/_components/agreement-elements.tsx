"use client";

import { ActionForm } from "@/components/form/action-form";
import { FormSection } from "@/components/form/form-section";
import { LiveSummary } from "@/components/form/live-summary";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { agreementForm } from "@/lib/schemas/filings/agency";
import { FormButtons } from "../../../_components/form-buttons";
import { periodText, StaffAndPeriod, staffText } from "../../../_components/staff-and-period";
import { fileAgreementAction } from "../../../actions";

type AgreementElementsProps = {
  filing: string;
  identityVersion: number;
  agents: readonly { id: string; name: string; document: string }[];
  /** The bureau's agreements carry 协议密码. */
  withPassword: boolean;
  draft: Record<string, string | string[]>;
};

/** The form of 《涉税专业服务协议要素信息采集表》. */
export function AgreementElements(props: AgreementElementsProps) {
  const { filing, identityVersion, agents, withPassword, draft } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: agreementForm,
    defaultValues: {
      ...draft,
      filing,
      identityVersion,
      ...(withPassword && { agreementPassword: "" }),
    },
    action: fileAgreementAction,
  });
  return (
    <ActionForm handle={handle} label="涉税专业服务协议要素信息采集表">
      <FormSection title="委托企业和服务内容">
        <TextField name="client" label="统一社会信用代码/纳税人识别号" hint="委托企业的代码" />
        <TextField name="services" label="服务内容" hint="如：纳税申报代理、一般税务咨询" />
      </FormSection>
      <StaffAndPeriod agents={agents} />
      {withPassword && (
        <FormSection
          title="协议密码"
          hint="从代理机构登录选择该企业时使用，请妥善保管。草稿不保存密码。"
        >
          <PasswordField name="agreementPassword" label="协议密码" autoComplete="new-password" />
        </FormSection>
      )}
      <LiveSummary
        lines={(values) => [
          { name: "委托企业", value: String(values.client ?? "") },
          { name: "服务内容", value: String(values.services ?? "") },
          { name: "经办人员", value: staffText(agents, values.staff) },
          { name: "有效期", value: periodText(values) },
        ]}
      />
      <FormButtons
        submit="报送"
        filing={filing}
        identityVersion={identityVersion}
        kindOf={() => "AGREEMENT"}
      />
    </ActionForm>
  );
}
