import type { ReactNode } from "react";
import { furrow, hills, ridge, SCENE, waves } from "@/components/layout/scene-shapes";
import { cn } from "@/components/ui/cn";
import type { RegionProfile } from "@/lib/regions/types";

type Accent = RegionProfile["accent"];

const LAYERS = {
  glow: "fill-(--scene-glow)",
  far: "fill-(--scene-1)",
  distant: "fill-(--scene-2)",
  middle: "fill-(--scene-3)",
  near: "fill-(--scene-4)",
  nearest: "fill-(--scene-5)",
  light: "fill-(--scene-light)",
} as const;

/** Snow ridges under a high sun. */
function Glacier() {
  return (
    <>
      <circle cx="590" cy="330" r="64" className={LAYERS.light} />
      <path
        d={ridge([
          [0, 560],
          [120, 470],
          [210, 540],
          [330, 400],
          [450, 530],
          [560, 450],
          [680, 540],
          [800, 460],
        ])}
        className={LAYERS.far}
      />
      <path d="M330 400L288 450L318 442L340 466L366 438Z" className={LAYERS.light} />
      <path
        d={ridge([
          [0, 690],
          [140, 560],
          [230, 630],
          [420, 480],
          [560, 640],
          [680, 570],
          [800, 660],
        ])}
        className={LAYERS.distant}
      />
      <path d="M420 480L356 532L398 522L424 556L452 520L472 540Z" className={LAYERS.light} />
      <path
        d={ridge([
          [0, 720],
          [100, 660],
          [250, 780],
          [430, 660],
          [610, 800],
          [720, 700],
          [800, 740],
        ])}
        className={LAYERS.middle}
      />
      <path d="M430 660L376 696L416 694L440 720L474 694Z" className={LAYERS.light} />
      <path
        d={ridge([
          [0, 860],
          [180, 770],
          [360, 870],
          [560, 790],
          [800, 880],
        ])}
        className={LAYERS.near}
      />
      <path
        d={hills([
          [0, 930],
          [260, 900],
          [520, 945],
          [800, 905],
        ])}
        className={LAYERS.nearest}
      />
    </>
  );
}

/** A broad mountain with its stairway to the summit. */
function Cypress() {
  const stairs = Array.from({ length: 13 }, (_, step) => step);
  return (
    <>
      <circle cx="560" cy="400" r="76" className={LAYERS.light} />
      <path
        d={hills([
          [0, 620],
          [180, 540],
          [330, 600],
          [560, 520],
          [800, 590],
        ])}
        className={LAYERS.far}
      />
      <path
        d={ridge([
          [0, 760],
          [90, 690],
          [150, 700],
          [260, 560],
          [330, 548],
          [372, 500],
          [430, 500],
          [470, 552],
          [560, 590],
          [640, 700],
          [800, 760],
        ])}
        className={LAYERS.distant}
      />
      {stairs.map((step) => (
        <rect
          key={step}
          x={402 - step * 2 - 7 - step * 0.9 + Math.sin(step / 2) * 14}
          y={520 + step * 20}
          width={14 + step * 1.8}
          height="7"
          className={LAYERS.light}
        />
      ))}
      <path
        d={ridge([
          [0, 800],
          [120, 730],
          [240, 790],
          [320, 760],
          [400, 812],
          [540, 730],
          [660, 790],
          [800, 720],
        ])}
        className={LAYERS.middle}
      />
      <path
        d={hills([
          [0, 850],
          [200, 800],
          [430, 880],
          [640, 810],
          [800, 860],
        ])}
        className={LAYERS.near}
      />
      <g className={LAYERS.nearest}>
        <path
          d={hills([
            [0, 930],
            [220, 890],
            [520, 940],
            [800, 885],
          ])}
        />
        <path d="M120 905L150 770L180 905ZM172 905L196 808L220 905ZM640 915L668 790L696 915ZM700 910L728 742L756 910Z" />
      </g>
    </>
  );
}

/** Sea, far headlands and one sail. */
function Sea() {
  return (
    <>
      <circle cx="250" cy="480" r="70" className={LAYERS.light} />
      <path
        d={hills([
          [380, 640],
          [520, 560],
          [620, 600],
          [720, 530],
          [800, 560],
        ])}
        className={LAYERS.far}
      />
      <path
        d={hills([
          [560, 650],
          [660, 605],
          [740, 630],
          [800, 600],
        ])}
        className={LAYERS.distant}
      />
      <path d={waves(640, 4, 4, 0)} className={LAYERS.far} />
      <path d="M300 706V586C350 616 366 660 364 694Z" className={LAYERS.light} />
      <path d="M292 700V622C270 640 258 672 256 694Z" className={LAYERS.light} />
      <path
        d="M244 706H380C368 724 350 730 312 730C276 730 256 722 244 706Z"
        className={LAYERS.near}
      />
      <path d={waves(716, 10, 4, 60)} className={LAYERS.distant} />
      <path d={waves(780, 16, 3, 20)} className={LAYERS.middle} />
      <path d={waves(856, 22, 3, 120)} className={LAYERS.near} />
      <path d={waves(934, 22, 2, 60)} className={LAYERS.nearest} />
    </>
  );
}

/** Wide fields under a low sun. */
function Plain() {
  const feet = [-900, -520, -240, -20, 160, 320, 480, 640, 820, 1040, 1320, 1700];
  return (
    <>
      <circle cx="430" cy="586" r="104" className={LAYERS.light} />
      <path
        d={hills([
          [0, 620],
          [160, 590],
          [330, 615],
          [600, 580],
          [800, 610],
        ])}
        className={LAYERS.far}
      />
      <path
        d={hills([
          [0, 640],
          [800, 640],
        ])}
        className={LAYERS.distant}
      />
      <g className="fill-none stroke-(--scene-1)" strokeWidth="3">
        {feet.map((x) => (
          <path key={x} d={furrow(430, 640, x)} />
        ))}
      </g>
      <path
        d="M0 1000V800C160 770 300 800 420 830C560 866 680 850 800 810V1000Z"
        className={LAYERS.middle}
      />
      <path
        d="M0 860C180 820 330 846 470 884C610 922 700 910 800 880V1000H0Z"
        className={LAYERS.near}
      />
      <path d="M0 930C200 900 420 940 800 920V1000H0Z" className={LAYERS.nearest} />
      <g className={LAYERS.middle}>
        <path d="M612 640V560H618V640ZM640 640V584H646V640ZM668 640V600H673V640Z" />
        <path d="M615 560l34-18-3 8-31 16ZM615 560l-34-18 3 8 31 16ZM615 560l-3-40h6ZM643 584l26-14-2 6-24 12ZM643 584l-26-14 2 6 24 12ZM643 584l-2-30h5ZM670 600l18-10-2 5-16 8ZM670 600l-18-10 2 5 16 8ZM670 600l-2-22h4Z" />
      </g>
    </>
  );
}

/** Terraced tea hills in morning mist. */
function Tea() {
  const rows = [0, 1, 2, 3, 4, 5];
  return (
    <>
      <circle cx="600" cy="420" r="66" className={LAYERS.light} />
      <path
        d={hills([
          [0, 560],
          [170, 480],
          [340, 570],
          [560, 470],
          [800, 560],
        ])}
        className={LAYERS.far}
      />
      <path
        d={hills([
          [0, 660],
          [150, 620],
          [380, 540],
          [600, 640],
          [800, 600],
        ])}
        className={LAYERS.distant}
      />
      <path
        d={hills([
          [0, 640],
          [220, 730],
          [420, 760],
          [640, 650],
          [800, 700],
        ])}
        className={LAYERS.middle}
      />
      <g className="fill-none stroke-(--scene-2)" strokeWidth="4">
        {rows.map((row) => (
          <path
            key={row}
            d={`M420 ${790 + row * 26}C520 ${770 + row * 26} 560 ${676 + row * 30} 640 ${676 + row * 30}S760 ${730 + row * 26} 800 ${726 + row * 26}`}
          />
        ))}
      </g>
      <path
        d={hills([
          [0, 760],
          [180, 740],
          [420, 870],
          [620, 900],
          [800, 850],
        ])}
        className={LAYERS.near}
      />
      <g className="fill-none stroke-(--scene-3)" strokeWidth="4">
        {rows.map((row) => (
          <path
            key={row}
            d={`M0 ${790 + row * 30}C80 ${780 + row * 30} 120 ${770 + row * 30} 180 ${770 + row * 30}S320 ${880 + row * 26} 430 ${900 + row * 26}`}
          />
        ))}
      </g>
      <path
        d={hills([
          [0, 970],
          [260, 930],
          [560, 965],
          [800, 920],
        ])}
        className={LAYERS.nearest}
      />
    </>
  );
}

const SCENES: Record<Accent, () => ReactNode> = {
  glacier: Glacier,
  cypress: Cypress,
  sea: Sea,
  plain: Plain,
  tea: Tea,
};

/** The bureau's landscape in its own hue, light and dark; decoration only. */
export function RegionScene({ accent, className }: { accent: Accent; className?: string }) {
  const Scene = SCENES[accent];
  return (
    <svg
      data-accent={accent}
      viewBox={`0 0 ${SCENE.width} ${SCENE.height}`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={cn("no-print size-full bg-(--scene-sky)", className)}
    >
      <rect width={SCENE.width} height={SCENE.height} className="fill-(--scene-sky)" />
      <circle cx="430" cy="560" r="420" className={LAYERS.glow} />
      <Scene />
    </svg>
  );
}
