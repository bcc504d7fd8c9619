import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { formatMoment } from "@/lib/domain/china-time";
import { collectionChannelLabel, documentTypeLabel, realNameLevelLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { personCase } from "@/lib/server/hall/person-case";
import { LookUpFirst } from "../../_components/look-up-first";
import { EndSessionsButton } from "./_components/end-sessions-button";
import { PersonMessages } from "./_components/person-messages";
import { PersonRelations } from "./_components/person-relations";
import { UnlockButton } from "./_components/unlock-button";

export const metadata: Metadata = { title: "人员信息" };

type Props = { params: Promise<{ id: string }> };

/** What counter work needs of one person, after a look-up. */
export default async function PersonPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const read = await personCase(officer, id, new Date());
  if (!read.ok) return <LookUpFirst href="/hall/people" />;
  const person = read.value;
  const { account } = person;
  const registered = account?.status === "ACTIVE";
  const [collection] = person.collections;
  return (
    <>
      <PageHeading title={person.name}>
        {documentTypeLabel(person.documentType)} {person.documentNumber}
      </PageHeading>
      {person.own && (
        <Alert tone="warning" title={messageOf({ code: "OWN_ACCOUNT" })} className="mb-6" />
      )}
      <DescriptionList
        items={[
          { name: "个人实名等级", value: realNameLevelLabel(person.realNameLevel) },
          {
            name: "实名采集",
            value: collection
              ? `${collectionChannelLabel(collection.channel)} ${formatMoment(collection.collectedAt)}`
              : "尚未采集",
          },
          { name: "照片", value: person.photograph ? "已采集" : "没有" },
          {
            name: "账户",
            value: registered ? <AccountState until={account.lockedUntil} /> : "没有有效账户",
          },
          {
            name: "手机号码",
            value:
              person.phones
                .map(({ number, isDefault }) => (isDefault ? `${number}（默认）` : number))
                .join("、") || "没有",
          },
          { name: "登录中", value: person.openSessions > 0 ? `${person.openSessions}处` : "没有" },
        ]}
      />
      {!person.own && (
        <div className="mt-6 flex flex-wrap gap-3">
          {registered && account.lockedUntil && (
            <UnlockButton
              person={person.id}
              name={person.name}
              fourEyes={person.legalRepresentative}
            />
          )}
          {person.openSessions > 0 && <EndSessionsButton person={person.id} name={person.name} />}
          {!registered && (
            <Link href={`/hall/account-opening/${person.id}`} className={buttonClass("secondary")}>
              开户
            </Link>
          )}
        </div>
      )}
      <PersonRelations relations={person.relations} own={person.own} />
      <PersonMessages messages={person.messages} />
    </>
  );
}

function AccountState({ until }: { until: Date | null }) {
  if (!until) return <Badge tone="success">正常</Badge>;
  return <Badge tone="warning">已锁定，{formatMoment(until)} 自动解锁</Badge>;
}
