import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { legacyStyleOf } from "@/lib/regions/entry-styles";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { legacyPeople } from "@/lib/server/legacy/people";
import { PeopleChoice } from "./_components/people-choice";
import { SkippedPeople } from "./_components/skipped-people";
import { Synchronize } from "./_components/synchronize";

export const metadata: Metadata = { title: "选择办税人员" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** Who logs in for the enterprise, and how they are proved (辽宁 二(一)2, 3). */
export default async function LegacyPeoplePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const style = legacyStyleOf(region) ?? notFound();
  const { flow } = await searchParams;
  const view = await legacyPeople(region.slug, flow, new Date());
  if (!view.ok || typeof flow !== "string") {
    redirect(await pathAfterLegacyLogin(region.slug, flow));
  }
  if ("to" in view.value) redirect(view.value.to);
  const { enterpriseName, synchronizes, first, waitsForRegistry, people, skipped } = view.value;
  return (
    <LoginLayout region={region}>
      <PageHeading title={style.peopleHeading}>{enterpriseName}</PageHeading>
      {synchronizes && (
        <Synchronize region={region.slug} flow={flow} first={first} waits={waitsForRegistry} />
      )}
      {!waitsForRegistry && (
        <PeopleChoice region={region.slug} flow={flow} people={people} style={style} />
      )}
      <SkippedPeople region={region.slug} skipped={skipped} />
    </LoginLayout>
  );
}
