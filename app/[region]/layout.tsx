import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { RememberBureau } from "@/components/layout/remember-bureau";
import { servedRegion, servedRegions } from "@/lib/server/fixed-region";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

export function generateStaticParams() {
  return servedRegions().map(({ slug }) => ({ region: slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const region = servedRegion((await params).region);
  return region
    ? { title: { default: region.bureauName, template: `%s - ${region.bureauName}` } }
    : {};
}

/** Everything of one bureau: its accent, and 404 for a bureau this deployment does not serve. */
export default async function RegionLayout({ params, children }: Props) {
  const region = servedRegion((await params).region);
  if (!region) notFound();
  return (
    <div data-accent={region.accent}>
      <RememberBureau slug={region.slug} />
      {children}
    </div>
  );
}
