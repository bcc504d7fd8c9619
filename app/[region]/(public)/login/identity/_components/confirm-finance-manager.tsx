"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { confirmFinanceManagerAction } from "../../actions";

type Props = { region: string; flow: string; enterpriseName: string };

/** The registry names this person as finance manager; confirming it is all that is missing (西藏 三(三)3). */
export function ConfirmFinanceManager({ region, flow, enterpriseName }: Props) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/login").then((forms) => forms.confirmFinanceManagerForm),
    defaultValues: { region, flow },
    action: confirmFinanceManagerAction,
  });
  return (
    <ActionForm handle={handle} label={t("确认授权")} className="mb-8">
      <div>
        <p>
          {t("税务登记中，您是")}
          <strong>{enterpriseName}</strong>
          {t("的财务负责人。请确认授权，确认后即可以 财务负责人身份办理该企业的业务。")}
        </p>
        <p className="mt-2 text-muted text-sm">
          {t("财务负责人的授权不能拒绝；如登记有误，请企业到办税服务厅变更登记。")}
        </p>
      </div>
      <SubmitButton className="w-full">{t("确认并进入")}</SubmitButton>
    </ActionForm>
  );
}
