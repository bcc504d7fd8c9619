import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { messageOf } from "@/lib/messages";
import type { RegionProfile } from "@/lib/regions/types";
import { personnelBureau } from "@/lib/server/personnel/access";
import { requireSession } from "@/lib/server/session";
import type { CurrentSession } from "@/lib/server/session-store";
import { IdentityProblem } from "../../../_components/identity-problem";
import { type StaffViewer, staffViewer } from "../../staff/_components/staff-viewer";

type Opened = { region: RegionProfile; session: CurrentSession; now: Date };

/** Guard of 修改密码: whoever acts for an enterprise of a bureau with 企业人员维护, at either entry; else what to show in its place. */
export async function openOwnPassword(
  params: Promise<{ region: string }>,
  title: string,
): Promise<Opened | { refused: ReactNode }> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  const { problem, acting } = session;
  const now = new Date();
  const bureau = personnelBureau(session, now);
  if (!bureau.ok) {
    const code = bureau.problems[0]?.code ?? "";
    if (code !== "LEGACY_ENDED") notFound();
    return { refused: <Refused region={region.slug} title={title} code={code} /> };
  }
  if (problem) {
    return { refused: <IdentityProblem region={region} session={session} problem={problem} /> };
  }
  if (acting.kind !== "ENTERPRISE") {
    return { refused: <Refused region={region.slug} title={title} code="ONLY_MANAGERS" /> };
  }
  return { region, session, now };
}

/** Guard of the other pages of 企业人员维护: its managers only (E1). */
export async function openPersonnel(
  params: Promise<{ region: string }>,
  title: string,
): Promise<(Opened & { viewer: StaffViewer }) | { refused: ReactNode }> {
  const opened = await openOwnPassword(params, title);
  if ("refused" in opened) return opened;
  const viewer = staffViewer(opened.session, opened.now);
  if (viewer) return { ...opened, viewer };
  const { slug } = opened.region;
  return { refused: <Refused region={slug} title={title} code="ONLY_MANAGERS" own /> };
}

type RefusedProps = {
  region: string;
  title: string;
  code: string;
  /** The visitor has a handler password of their own to change. */
  own?: boolean;
};

function Refused({ region, title, code, own = false }: RefusedProps) {
  return (
    <>
      <PageHeading title={title} />
      <Alert tone="warning" title={messageOf({ code })}>
        <p>
          {own
            ? "需要添加、冻结人员或重置密码的，请联系本企业的法定代表人或财务负责人。您可以修改自己的个人登录密码。"
            : "请以法定代表人或财务负责人的身份进入企业业务后，在“人员权限管理”中办理。"}
        </p>
      </Alert>
      <div className="mt-6 flex flex-wrap gap-3">
        {own && (
          <Link href={`/${region}/account/personnel/password`} className={buttonClass("primary")}>
            修改个人登录密码
          </Link>
        )}
        <Link href={`/${region}/home`} className={buttonClass("secondary")}>
          返回首页
        </Link>
      </div>
    </>
  );
}
