import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LoginLayout } from "@/components/layout/login-layout";
import { identityChoice } from "@/lib/server/login/choose-identity";
import { pathAfterLogin } from "@/lib/server/login/finish";
import { ClientChoice } from "./_components/client-choice";
import { PersonChoice } from "./_components/person-choice";
import { ProjectChoice } from "./_components/project-choice";
import { RoleChoice } from "./_components/role-choice";
import { readSearch } from "./_components/search-params";

export const generateMetadata = titled("选择身份");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Whom to act for, after both factors: role, client or project (L6, L7, L8). */
export default async function IdentityPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const query = await searchParams;
  const search = readSearch(query);
  const flow = typeof query.flow === "string" ? query.flow : "";
  const choice = await identityChoice(region.slug, flow, search, new Date());
  if (!choice.ok) redirect(await pathAfterLogin(region.slug, flow, `/${region.slug}/login`));
  const place = { region: region.slug, flow };
  const { value } = choice;
  return (
    <LoginLayout region={region}>
      {value.kind === "PERSON" && <PersonChoice {...place} />}
      {value.kind === "ROLES" && <RoleChoice {...place} {...value} />}
      {value.kind === "CLIENTS" && (
        <ClientChoice {...place} {...value} search={search.search} page={search.page} />
      )}
      {value.kind === "PROJECTS" && (
        <ProjectChoice
          {...place}
          {...value}
          search={search.search}
          login={`/${region.slug}/login?entry=specific`}
        />
      )}
    </LoginLayout>
  );
}
