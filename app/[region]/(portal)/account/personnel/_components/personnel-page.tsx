import type { ReactNode } from "react";
import { PageHeading } from "@/components/layout/page-heading";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ActionReport } from "../../_components/action-report";

type PersonnelPageProps = {
  region: string;
  title: string;
  /** What one does here. */
  about: ReactNode;
  children: ReactNode;
};

/** A page under 企业人员维护, with the way back. */
export function PersonnelPage({ region, title, about, children }: PersonnelPageProps) {
  const items = [{ label: "企业人员维护", href: `/${region}/account/personnel` }, { label: title }];
  return (
    <>
      <Breadcrumb items={items} />
      <div className="mt-4">
        <PageHeading title={title}>{about}</PageHeading>
      </div>
      <ActionReport>{children}</ActionReport>
    </>
  );
}
