import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { INTERACTION } from "@/lib/server/oidc/open-interaction";
import { interactionPath } from "@/lib/server/oidc/return-path";
import { requireSession } from "@/lib/server/session";
import { identityLabel } from "../../_components/identity-label";
import { ListSearch } from "../../_components/list-search";
import { SwitchForm } from "../_components/switch-form";
import { Clients } from "./_components/clients";
import { Enterprises } from "./_components/enterprises";
import { Projects } from "./_components/projects";

export const generateMetadata = titled("身份切换");

/** The request of a business system that asked to choose (单点登录). */
function openInteraction(value: unknown): string | undefined {
  return typeof value === "string" && INTERACTION.test(value) ? value : undefined;
}

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/**
 * 身份切换 (E3, G3, X2): what can be switched to follows from the entry. Open also while the acting identity may not be used:
 * it is the way out.
 */
export default async function SwitchPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const query = await searchParams;
  const asked = readListQuery(query);
  const interaction = openInteraction(query.interaction);
  const { name, role } = identityLabel(session.acting);
  return (
    <>
      <PageHeading title={t("身份切换")}>
        {t("当前身份：{identity}。切换后不需要重新登录。", {
          identity: [name, role].filter(Boolean).join(" "),
        })}
      </PageHeading>
      {session.problem && (
        <Alert tone="warning" title={problemText({ code: session.problem })} className="mb-6">
          <p>{t("当前身份暂不能办理业务，请选择其他身份。")}</p>
        </Alert>
      )}
      {interaction && !session.problem && (
        <Alert tone="info" title={t("请选择进入业务系统的身份")} className="mb-6">
          <p>
            {t("也可以")}
            {/* Not a Link: what is behind it changes by being asked. */}
            <a href={interactionPath(interaction, "chosen")} className="link">
              {t("以当前身份继续")}
            </a>
            {t("。")}
          </p>
        </Alert>
      )}
      <ListSearch
        label={t("搜索")}
        hint={t("企业名称、纳税人识别号，或跨区域涉税事项管理编号（可只填后4位）")}
        search={asked.search}
        keep={{ interaction }}
        className="mb-8 block max-w-xl"
      />
      <SwitchForm identityVersion={session.identityVersion} interaction={interaction}>
        <section aria-labelledby="enterprises">
          <h2 id="enterprises" className="mb-4 text-lg">
            {t("企业切换")}
          </h2>
          {session.acting.kind === "CLIENT" ? (
            <Clients
              session={session}
              agency={session.acting.agency}
              {...asked}
              keep={{ interaction }}
            />
          ) : (
            <Enterprises session={session} {...asked} keep={{ interaction }} />
          )}
        </section>
        <section aria-labelledby="projects" className="mt-10">
          <h2 id="projects" className="mb-2 text-lg">
            {t("项目切换")}
          </h2>
          <p className="mb-4 text-muted">
            {t("切换到跨区域项目后，主管税务机关为项目所在地的税务机关。")}
          </p>
          <Projects
            session={session}
            search={asked.search}
            page={readListQuery({ page: query.projects }).page}
            keep={{ interaction }}
          />
        </section>
      </SwitchForm>
    </>
  );
}
