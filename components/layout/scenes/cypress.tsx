import { hills, LAYERS, ridge } from "@/components/layout/scenes/shapes";

/** A broad mountain with its stairway to the summit. */
export function Cypress() {
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
