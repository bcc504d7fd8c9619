import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PersonChoice } from "@/app/[region]/(public)/login/identity/_components/person-choice";
import { RoleChoice } from "@/app/[region]/(public)/login/identity/_components/role-choice";
import { identityChoice } from "@/lib/server/login/choose-identity";
import { pathAfterLogin } from "@/lib/server/login/finish";

export const metadata: Metadata = { title: "选择身份" };

type Props = {
  params: Promise<{ app: string }>;
  searchParams: Promise<{ region?: string | string[]; flow?: string | string[] }>;
};

/** The role to sign in to the APP with (L6). */
export default async function AppIdentityPage({ params, searchParams }: Props) {
  const { app } = await params;
  const query = await searchParams;
  const region = String(query.region);
  const flow = String(query.flow);
  const choice = await identityChoice(region, flow, { search: "", page: 1 }, new Date());
  if (!choice.ok) redirect(await pathAfterLogin(region, flow, `/app/${app}/login`));
  return choice.value.kind === "ROLES" ? (
    <RoleChoice region={region} flow={flow} {...choice.value} />
  ) : (
    <PersonChoice region={region} flow={flow} />
  );
}
