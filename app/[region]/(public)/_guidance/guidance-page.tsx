import Link from "next/link";
import type { ReactNode } from "react";
import type { GuidanceTopic } from "@/app/[region]/(public)/_guidance/topics";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import type { RegionProfile } from "@/lib/regions/types";

type GuidancePageProps = { region: RegionProfile; topic: GuidanceTopic };

/** How to get a matter done at the hall: who, with what, where, and what happens there. */
export function GuidancePage({ region, topic }: GuidancePageProps) {
  return (
    <PublicShell region={region}>
      <PageHeading title={topic.title} />
      <Alert tone="info" title="请到办税服务厅办理" className="mb-8">
        本网站暂不提供此项业务的网上办理。请按下面的说明准备，到主管税务机关的办税服务厅办理。
      </Alert>
      <Section title="谁需要办理">
        <Items of={topic.who} />
      </Section>
      <Section title="需要带什么">
        <Items of={topic.documents} />
      </Section>
      <Section title="到办税服务厅后">
        <ol className="grid gap-3">
          {topic.hall.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden="true"
                className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-sm tabular-nums"
              >
                {index + 1}
              </span>
              <span className="min-w-0 pt-0.5">{step}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="提示">
        <Items of={topic.notes} />
      </Section>
      <Section title="咨询电话">
        <p>
          办税服务厅的地址和办公时间，请拨打纳税缴费服务热线{" "}
          <strong className="tabular-nums">{region.hotline}</strong> 查询。
        </p>
      </Section>
      <Link href={`/${region.slug}/login`} className={buttonClass("secondary", "no-print")}>
        返回登录页
      </Link>
    </PublicShell>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Items({ of: items }: { of: readonly string[] }) {
  return (
    <ul className="list-disc space-y-2 pl-5 marker:text-accent">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
