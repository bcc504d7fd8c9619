import type { ReactNode } from "react";
import { Cypress } from "@/components/layout/scenes/cypress";
import { Glacier } from "@/components/layout/scenes/glacier";
import { Plain } from "@/components/layout/scenes/plain";
import { Sea } from "@/components/layout/scenes/sea";
import { SCENE } from "@/components/layout/scenes/shapes";
import { Tea } from "@/components/layout/scenes/tea";
import { cn } from "@/components/ui/cn";
import type { RegionProfile } from "@/lib/regions/types";

type Accent = RegionProfile["accent"];

const SCENES: Record<Accent, () => ReactNode> = {
  glacier: Glacier,
  cypress: Cypress,
  sea: Sea,
  plain: Plain,
  tea: Tea,
};

type RegionSceneProps = {
  accent: Accent;
  /** "band" shows the horizon in a low, wide frame. */
  crop?: "tall" | "band";
  className?: string;
};

const CROPS = {
  tall: { viewBox: `0 0 ${SCENE.width} ${SCENE.height}`, preserveAspectRatio: "xMidYMax slice" },
  band: { viewBox: `0 430 ${SCENE.width} 340`, preserveAspectRatio: "xMidYMid slice" },
} as const;

/** The bureau's landscape in its own hue, light and dark; decoration only. */
export function RegionScene({ accent, crop = "tall", className }: RegionSceneProps) {
  const Scene = SCENES[accent];
  return (
    <svg
      data-accent={accent}
      {...CROPS[crop]}
      aria-hidden="true"
      className={cn("no-print size-full bg-(--scene-sky)", className)}
    >
      <rect width={SCENE.width} height={SCENE.height} className="fill-(--scene-sky)" />
      <circle cx="430" cy="560" r="420" className="fill-(--scene-glow)" />
      <Scene />
    </svg>
  );
}
