import type { ReactNode } from "react";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Stepper } from "@/components/layout/stepper";
import { registerSteps } from "@/lib/flows/register";
import type { RegionProfile } from "@/lib/regions/types";

type RegisterPageProps = {
  region: RegionProfile;
  overseas: boolean;
  /** Index of the present step, from 0; the last one when left out. */
  current?: number;
  /** Heading of the step. */
  heading: string;
  /** What one does here, in a sentence. */
  intro?: ReactNode;
  children: ReactNode;
};

/** A page of 用户注册 or 境外自然人注册: heading, steps, one thing to do. */
export function RegisterPage(props: RegisterPageProps) {
  const { region, overseas, heading, intro, children } = props;
  const steps = registerSteps(overseas);
  return (
    <PublicShell region={region}>
      <PageHeading title={overseas ? "境外自然人注册" : "用户注册"} />
      <Stepper steps={steps} current={props.current ?? steps.length - 1} />
      <div className="max-w-xl">
        <h2 className="mb-2 text-lg">{heading}</h2>
        {intro && <p className="mb-6 text-muted">{intro}</p>}
        {children}
      </div>
    </PublicShell>
  );
}
