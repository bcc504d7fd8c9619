import type { ComponentProps } from "react";
import { PageHeading } from "@/components/layout/page-heading";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Label } from "@/components/ui/label";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { PROJECT_KIND_CHOICES } from "@/lib/labels";
import type { IdentityChoice } from "@/lib/server/login/choose-identity";
import { ChoiceForm } from "./choice-form";
import { SearchForm } from "./search-form";

type ProjectChoiceProps = {
  region: string;
  flow: string;
  search: string;
  /** Page of the login it belongs to, for who sees no project. */
  login: string;
  action?: ComponentProps<typeof ChoiceForm>["action"];
} & Omit<Extract<IdentityChoice, { kind: "PROJECTS" }>, "kind">;

/** 跨区域办税身份选择: type and number, searched by its last digits (L8). */
export function ProjectChoice(props: ProjectChoiceProps) {
  const { region, flow, search, projectKind, projects, anyVisible, login, action } = props;
  return (
    <>
      <PageHeading title={t("跨区域办税身份选择")}>
        {t("选择要办理的跨区域涉税事项，进入项目所在地的电子税务局。")}
      </PageHeading>
      {!anyVisible && <NoProject login={login} />}
      <SearchForm
        flow={flow}
        label={t("跨区域涉税事项管理编号")}
        hint={t("支持模糊查询，可输入编号后4位")}
        search={search}
      >
        <div className="grid gap-1.5">
          <Label htmlFor="project-kind">{t("特定主体类型")}</Label>
          <Select id="project-kind" name="kind" defaultValue={projectKind}>
            {PROJECT_KIND_CHOICES.map(({ value, label }) => (
              <option key={value} value={value}>
                {t.named(label)}
              </option>
            ))}
          </Select>
        </div>
      </SearchForm>
      {projects.length > 0 && (
        <ChoiceForm
          key={`${projectKind} ${search}`}
          region={region}
          flow={flow}
          action={action}
          legend={t("请选择跨区域涉税事项管理编号")}
          options={projects.map((project) => ({
            value: project.identity,
            label: <span className="tabular-nums">{project.number}</span>,
            description: (
              <>
                <span className="block">{project.name}</span>
                <span className="block">{project.enterpriseName}</span>
                <span className="block">{project.taxAuthority}</span>
                <span className="block">
                  {t("有效期{from}至{to}", {
                    from: t.day(project.validFrom),
                    to: project.validTo ? t.day(project.validTo) : t("长期"),
                  })}
                </span>
              </>
            ),
          }))}
        />
      )}
      {anyVisible && projects.length === 0 && (
        <p role="status">{t("没有符合条件的编号，请更换类型或核对编号后4位。")}</p>
      )}
    </>
  );
}

/** Nothing to choose: the person neither belongs to the enterprise nor is named by a report (西藏 三(二)5). */
function NoProject({ login }: { login: string }) {
  return (
    <Alert
      tone="warning"
      role="alert"
      className="mb-6"
      title={
        t("{label}：", { label: problemText({ code: "PROJECT_REQUIRED" }) }) +
        problemText({ code: "RELATION_NOT_FOUND" })
      }
    >
      <p>
        {t(
          "企业的法定代表人、财务负责人、办税员，以及报告表中姓名、手机号码完全一致的经办人、联系人，才能看到编号。",
        )}
      </p>
      <Link className="link" href={login}>
        {t("返回登录")}
      </Link>
    </Alert>
  );
}
