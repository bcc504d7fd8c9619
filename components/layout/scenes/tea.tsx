import { hills, LAYERS } from "@/components/layout/scenes/shapes";

/** Terraced tea hills in morning mist. */
export function Tea() {
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
