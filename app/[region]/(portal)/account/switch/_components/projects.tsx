import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/lib/domain/china-time";
import { projectKindLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
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
      <EmptyState title="没有可以切换的项目">
        {messageOf({ code: "PROJECTS_NOT_FOR_AGENTS" })}
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
      <EmptyState title={search ? `没有找到“${search}”` : "没有可以切换的项目"}>
        {search
          ? "请核对跨区域涉税事项管理编号。"
          : "您的企业在本地区报验的跨区域项目会显示在这里，由法定代表人、财务负责人和主身份办税员办理。"}
      </EmptyState>
    );
  }
  const { skip, take } = pageWindow(page);
  return (
    <>
      <IdentityTable
        caption="可以切换的项目"
        nameHeader="跨区域涉税事项管理编号"
        columns={[
          {
            key: "project",
            header: "项目",
            cell: (row) => (
              <>
                {row.project}
                <span className="block text-muted text-sm">
                  {row.enterpriseName} · {projectKindLabel(row.kind)}
                </span>
              </>
            ),
          },
          { key: "authority", header: "主管税务机关", cell: (row) => row.taxAuthority },
          {
            key: "period",
            header: "有效期",
            cell: (row) =>
              `${formatDay(row.validFrom)}至${row.validTo ? formatDay(row.validTo) : "长期"}`,
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
