import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import { clientMethodLabel } from "@/lib/messages/hall-labels";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { issuer } from "@/lib/server/oidc/issuer";
import { clientOf } from "@/lib/server/oidc/manage-clients";
import { ClientButtons } from "../_components/client-buttons";
import { ClientState } from "../_components/client-state";
import { EditClient } from "../_components/edit-client";

export const metadata: Metadata = { title: "业务系统" };

type Props = { params: Promise<{ id: string }> };

/** One client: what its builders need but the secret, and its settings. */
export default async function ClientPage({ params }: Props) {
  const officer = await requireOfficer("SUPERVISOR");
  const client = (await clientOf(officer, (await params).id)) ?? notFound();
  const { id, name, disabled, authMethod } = client;
  const values = {
    client: id,
    version: client.updatedAt.toISOString(),
    name,
    businessSystem: client.businessSystem ?? "",
    kind: client.kind,
    authMethod,
    jwks: client.jwks ?? "",
    redirectUris: client.redirectUris.join("\n"),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join("\n"),
    backchannelLogoutUri: client.backchannelLogoutUri ?? "",
    loginUri: client.loginUri ?? "",
    pairwise: client.pairwise,
    functions: client.functions,
  };
  const code = (text: string) => <span className="break-all font-mono">{text}</span>;
  return (
    <>
      <Breadcrumb items={[{ label: "业务系统", href: "/hall/clients" }, { label: name }]} />
      <PageHeading
        title={name}
        actions={
          <ClientButtons
            id={id}
            name={name}
            disabled={disabled}
            secret={authMethod === "CLIENT_SECRET_BASIC"}
            issuer={issuer()}
          />
        }
      >
        <ClientState disabled={disabled} />
      </PageHeading>
      <DescriptionList
        items={[
          { name: "客户端标识", value: code(id) },
          { name: "认证方式", value: clientMethodLabel(authMethod) },
          { name: "签发者（issuer）", value: code(issuer()) },
          {
            name: "登记",
            value: `${client.createdBy ?? "命令行"} ${formatMoment(client.createdAt)}`,
          },
        ]}
      />
      <div className="mt-8">
        <EditClient values={values} />
      </div>
    </>
  );
}
