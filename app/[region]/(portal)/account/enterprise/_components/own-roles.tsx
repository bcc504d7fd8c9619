import { roleLabel } from "@/lib/labels";
import { roleOptions } from "@/lib/server/identities/roles";
import type { ActingIdentity, CurrentSession } from "@/lib/server/session-store";
import { IdentityTable } from "../../_components/identity-table";
import { SwitchForm } from "../../_components/switch-form";

type OwnRolesProps = {
  session: CurrentSession;
  acting: Extract<ActingIdentity, { kind: "ENTERPRISE" }>;
};

/** 企业内身份切换: the person's roles in the acting enterprise. */
export async function OwnRoles({ session, acting }: OwnRolesProps) {
  const { roles } = await roleOptions({
    personId: session.personId,
    enterpriseId: acting.enterprise.id,
    now: new Date(),
  });
  return (
    <>
      <SwitchForm identityVersion={session.identityVersion}>
        <IdentityTable
          caption="您在该企业的身份"
          nameHeader="身份"
          columns={[]}
          rows={roles.map(({ identity, role, primary }) => ({
            identity,
            name: roleLabel(role, primary),
            spoken: roleLabel(role, primary),
            current: identity === `relation:${acting.relationId}`,
          }))}
        />
      </SwitchForm>
      {roles.length === 1 && (
        <p className="mt-4 text-muted">
          您在该企业只有这一个身份。新的身份由企业授权后显示在这里。
        </p>
      )}
    </>
  );
}
