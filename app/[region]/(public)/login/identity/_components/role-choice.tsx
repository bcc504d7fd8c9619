import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { roleLabel } from "@/lib/labels";
import type { IdentityChoice } from "@/lib/server/login/choose-identity";
import { ChoiceForm } from "./choice-form";
import { ConfirmFinanceManager } from "./confirm-finance-manager";

type RoleChoiceProps = { region: string; flow: string } & Extract<
  IdentityChoice,
  { kind: "ROLES" }
>;

/** The person's roles in one enterprise (L6). */
export function RoleChoice({ region, flow, enterpriseName, roles, toConfirm }: RoleChoiceProps) {
  return (
    <>
      <PageHeading title={t("选择身份")}>{enterpriseName}</PageHeading>
      {toConfirm && (
        <ConfirmFinanceManager region={region} flow={flow} enterpriseName={enterpriseName} />
      )}
      {roles.length > 0 && (
        <ChoiceForm
          region={region}
          flow={flow}
          legend={t("您在该企业有以下身份，请选择本次使用的身份")}
          options={roles.map(({ identity, role, primary }) => ({
            value: identity,
            label: t.named(roleLabel(role, primary)),
          }))}
        />
      )}
    </>
  );
}
