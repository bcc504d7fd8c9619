import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { documentTypeLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { findRegion } from "@/lib/regions/list";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { personCase } from "@/lib/server/hall/person-case";
import { LookUpFirst } from "../../_components/look-up-first";
import { OpenAccount } from "./_components/open-account";

export const metadata: Metadata = { title: "开户" };

type Props = { params: Promise<{ id: string }> };

/** 开户 of a person who was looked up. */
export default async function OpenAccountPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const read = await personCase(officer, id, new Date());
  if (!read.ok) return <LookUpFirst href="/hall/account-opening" />;
  const person = read.value;
  const collected = person.collections.some(({ channel }) => channel === "HALL");
  const refused = person.own
    ? "OWN_ACCOUNT"
    : person.account?.status === "ACTIVE"
      ? "DOCUMENT_REGISTERED"
      : collected
        ? null
        : "COLLECT_FIRST";
  return (
    <>
      <PageHeading title="开户">
        {person.name} {documentTypeLabel(person.documentType)} {person.documentNumber}
      </PageHeading>
      {refused ? (
        <Alert tone="warning" title={messageOf({ code: refused })}>
          {refused === "COLLECT_FIRST" && (
            <Link href="/hall/collection" className="link">
              实名信息采集
            </Link>
          )}
        </Alert>
      ) : (
        <OpenAccount
          person={person.id}
          initialPassword={findRegion(officer.region)?.initialPasswordRule ?? false}
        />
      )}
    </>
  );
}
