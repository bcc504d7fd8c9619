import { AsWritten } from "@/components/texts/as-written";
import { problemText, t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { projectKindLabel } from "@/lib/labels";
import { pageWindow } from "@/lib/server/identities/paging";
import { projectOptions } from "@/lib/server/identities/projects";
import type { CurrentSession } from "@/lib/server/session-store";
import { IdentityTable } from "../../_components/identity-table";
import { type Keep, SwitchPages } from "./switch-pages";

type ProjectsProps = { session: CurrentSession; search: string; page: number; keep: Keep };

/**
 * 项目切换 (切换主管税务机关): after 特定主体 the projects of that enterprise, 子身份 included; otherwise those the person's roles
 * show (X2).
 */
export async function Projects({ session, search, page, keep }: ProjectsProps) {
  const { personId, region, entry, acting } = session;
  if (entry === "AGENCY") {
    return (
      <EmptyState title={t("没有可以切换的项目")}>
        {problemText({ code: "PROJECTS_NOT_FOR_AGENTS" })}
      </EmptyState>
    );
  }
  const projects = await projectOptions({
    personId,
    region,
    enterpriseId: acting.kind === "PROJECT" ? acting.enterprise.id : null,
    kind: null,
    search,
    subIdentity: entry === "SPECIFIC",
    atMost: Number.POSITIVE_INFINITY,
    now: new Date(),
  });
  if (projects.length === 0) {
    return (
      <EmptyState title={search ? t("没有找到“{search}”", { search }) : t("没有可以切换的项目")}>
        {search
          ? t("请核对跨区域涉税事项管理编号。")
          : t(
              "您的企业在本地区报验的跨区域项目会显示在这里，由法定代表人、财务负责人和主身份办税员办理。",
            )}
      </EmptyState>
    );
  }
  const { skip, take } = pageWindow(page);
  return (
    <>
      <IdentityTable
        caption={t("可以切换的项目")}
        nameHeader={t("跨区域涉税事项管理编号")}
        columns={[
          {
            key: "project",
            header: t("项目"),
            cell: (row) => (
              <>
                <AsWritten>{row.project}</AsWritten>
                <span className="block text-muted text-sm">
                  <AsWritten>{row.enterpriseName}</AsWritten> ·{" "}
                  {t.named(projectKindLabel(row.kind))}
                </span>
              </>
            ),
          },
          {
            key: "authority",
            header: t("主管税务机关"),
            cell: (row) => <AsWritten>{row.taxAuthority}</AsWritten>,
          },
          {
            key: "period",
            header: t("有效期"),
            cell: (row) =>
              t("{from}至{to}", {
                from: t.day(row.validFrom),
                to: row.validTo ? t.day(row.validTo) : t("长期"),
              }),
          },
        ]}
        rows={projects.slice(skip, skip + take).map((row) => ({
          ...row,
          project: row.name,
          name: row.number,
          spoken: `${row.number} ${row.name}`,
          current: acting.kind === "PROJECT" && row.identity === `project:${acting.projectId}`,
        }))}
      />
      <SwitchPages
        keep={keep}
        search={search}
        page={page}
        total={projects.length}
        name="projects"
      />
    </>
  );
}
