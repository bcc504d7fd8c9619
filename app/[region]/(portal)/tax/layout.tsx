import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { FunctionTrail } from "../_components/function-trail";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

/** Forms of 我要办税: one column, under the way to the function. */
export default async function TaxLayout({ params, children }: Props) {
  const { slug } = await requireRegion(params);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-6 sm:py-8">
      <FunctionTrail region={slug} under="tax" />
      {children}
    </div>
  );
}
