import { hills, LAYERS, waves } from "@/components/layout/scenes/shapes";

/** Sea, far headlands and one sail. */
export function Sea() {
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
