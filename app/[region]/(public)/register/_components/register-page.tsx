import type { ReactNode } from "react";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Stepper } from "@/components/layout/stepper";
import { t } from "@/components/texts/request-texts";
import { cn } from "@/components/ui/cn";
import { registerSteps } from "@/lib/flows/register";
import type { RegionProfile } from "@/lib/regions/types";
import { FreshOnReturn } from "./fresh-on-return";

type RegisterPageProps = {
  region: RegionProfile;
  overseas: boolean;
  /** 企业用户注册 (云南 2.4.2). */
  enterpriseUser?: boolean;
  /** Index of the present step, from 0; the last one when left out. */
  current?: number;
  /** Heading of the step. */
  heading: string;
  /** What one does here, in a sentence. */
  intro?: ReactNode;
  /** The registration under way; none on its first page and its last. */
  flow?: string;
  children: ReactNode;
};

/** A page of 用户注册 or 境外自然人注册: heading, steps, one thing to do. */
export function RegisterPage(props: RegisterPageProps) {
  const { region, overseas, enterpriseUser = false, heading, intro, flow, children } = props;
  const steps = registerSteps(overseas, {
    enterpriseUser,
    begins: region.registrationBegins,
  }).map(t.named);
  return (
    <PublicShell region={region}>
      <PageHeading title={titleOf(props)} />
      <Stepper steps={steps} current={props.current ?? steps.length - 1} />
      <div className="max-w-xl">
        <h2 className={cn("text-lg", intro ? "mb-2" : "mb-5")}>{heading}</h2>
        {intro && <p className="mb-6 text-muted">{intro}</p>}
        {children}
      </div>
      {flow && <FreshOnReturn page={`${heading} ${flow}`} />}
    </PublicShell>
  );
}

function titleOf({ region, overseas, enterpriseUser }: RegisterPageProps): string {
  if (overseas) return t("境外自然人注册");
  if (enterpriseUser) return t("企业用户注册");
  return region.taxAuthorities ? t("自然人注册") : t("用户注册");
}
