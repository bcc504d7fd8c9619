import { furrow, hills, LAYERS } from "@/components/layout/scenes/shapes";

/** Wide fields under a low sun. */
export function Plain() {
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
