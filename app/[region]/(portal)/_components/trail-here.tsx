"use client";

import { usePathname } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";

type Trail = { path: string; items: readonly { label: string; href?: string }[] };

/** Of the ways the one to the page that is shown; a layout does not know which that is. */
export function TrailHere({ trails }: { trails: readonly Trail[] }) {
  const here = usePathname();
  const trail = trails.find(({ path }) => path === here);
  if (!trail) return null;
  return (
    <div className="mb-4">
      <Breadcrumb items={trail.items} />
    </div>
  );
}
