import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { legacyProjects } from "@/lib/server/legacy/project";
import { ProjectChoice } from "../../identity/_components/project-choice";
import { readSearch } from "../../identity/_components/search-params";
import { chooseLegacyProjectAction } from "../actions";

export const metadata: Metadata = { title: "跨区域办税身份选择" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Last step of 报验户登录: the cross-region project (OY3, L8). */
export default async function LegacyProjectPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const query = await searchParams;
  const { search, kind } = readSearch(query);
  const flow = typeof query.flow === "string" ? query.flow : "";
  const view = await legacyProjects(region.slug, flow, { search, kind }, new Date());
  if (!view.ok) redirect(await pathAfterLegacyLogin(region.slug, flow));
  if ("to" in view.value) redirect(view.value.to);
  return (
    <LoginLayout region={region}>
      <ProjectChoice
        {...view.value}
        region={region.slug}
        flow={flow}
        search={search}
        login={`/${region.slug}/login/legacy`}
        action={chooseLegacyProjectAction}
      />
    </LoginLayout>
  );
}
