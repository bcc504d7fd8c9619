import { ScanFace, ScanLine } from "lucide-react";
import { notFound, redirect } from "next/navigation";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { entryLabel, realNameLevelLabel, roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { appName, findApp, hasLogin } from "@/lib/regions/apps";
import { pendingScanPath } from "@/lib/server/companion/pending-scan";
import { companionRegion, regionsOfApp } from "@/lib/server/companion/region";
import { companionSession } from "@/lib/server/companion/session";
import type { CurrentSession } from "@/lib/server/session-store";
import { signOutOfAppAction } from "../actions";
import { RegionForm } from "./_components/region-form";

/** First page of an application: who is signed in, 扫一扫, 采集实名信息 (Q1, Q6, Q7). */
export default async function AppPage({ params }: { params: Promise<{ app: string }> }) {
  const { app: slug } = await params;
  const app = findApp(slug) ?? notFound();
  const region = (await companionRegion(app)) ?? notFound();
  const session = await companionSession(app);
  const pending = session && (await pendingScanPath());
  if (pending) redirect(pending);
  const name = appName(app, region);
  return (
    <div className="grid gap-6">
      <h1 className="text-xl">{session ? `您好，${session.personName}` : name}</h1>
      {session && <Identity session={session} />}
      <Link href={`/app/${slug}/scanner`} className={buttonClass("primary", "min-h-14 text-lg")}>
        <ScanLine aria-hidden="true" className="size-6" />
        扫一扫
      </Link>
      {hasLogin(app) && !session && (
        <div className="grid gap-3">
          <Link href={`/app/${slug}/login`} className={buttonClass("secondary")}>
            登录
          </Link>
          <Link href={`/${region.slug}/register`} className={buttonClass("ghost")}>
            用户注册
          </Link>
        </div>
      )}
      {session && (
        <>
          <section aria-labelledby="services" className="grid gap-3">
            <h2 id="services" className="text-lg">
              服务
            </h2>
            <Link href={`/app/${slug}/collect`} className={buttonClass("secondary")}>
              <ScanFace aria-hidden="true" className="size-5" />
              采集实名信息
            </Link>
          </section>
          <form action={signOutOfAppAction.bind(null, slug)} className="grid">
            <button type="submit" className={buttonClass("ghost")}>
              退出
            </button>
          </form>
        </>
      )}
      {!session && app !== "IIT" && hasLogin(app) && (
        <RegionForm
          app={slug}
          current={region.slug}
          regions={regionsOfApp(app).map((each) => ({ value: each.slug, label: each.bureauName }))}
        />
      )}
      {!hasLogin(app) && (
        <p className="text-muted">请扫描电子税务局网页上的二维码，完成实名认证。</p>
      )}
    </div>
  );
}

/** The state the web would get by 扫码登录. */
function Identity({ session }: { session: CurrentSession }) {
  const { acting } = session;
  return (
    <Card>
      {session.problem && <Alert tone="warning" title={messageOf({ code: session.problem })} />}
      <DescriptionList
        items={[
          { name: "登录入口", value: entryLabel(session.entry) },
          ...(acting.kind === "ENTERPRISE"
            ? [
                { name: "企业", value: acting.enterprise.name },
                { name: "身份", value: roleLabel(acting.role, acting.primary) },
              ]
            : []),
          { name: "个人实名等级", value: realNameLevelLabel(session.realNameLevel) },
        ]}
      />
    </Card>
  );
}
