import { hills, LAYERS, ridge } from "@/components/layout/scenes/shapes";

/** Snow ridges under a high sun. */
export function Glacier() {
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
