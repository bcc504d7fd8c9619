type Point = readonly [x: number, y: number];

/** Scenes are drawn on this canvas and cropped to fit. */
export const SCENE = { width: 800, height: 1000 } as const;

/** A silhouette with straight edges through `points`, filled down to the foot of the canvas. */
export function ridge(points: readonly Point[]): string {
  const line = points.map(([x, y]) => `${x} ${y}`).join("L");
  return `M0 ${SCENE.height}L${line}L${SCENE.width} ${SCENE.height}Z`;
}

/** A silhouette with soft edges through `points`. */
export function hills(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M0 ${SCENE.height}L${first[0]} ${first[1]}`;
  let [fromX, fromY] = first;
  for (const [x, y] of rest) {
    const middle = (fromX + x) / 2;
    path += `C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
    [fromX, fromY] = [x, y];
  }
  return `${path}L${SCENE.width} ${SCENE.height}Z`;
}

/** Water: `count` swells of height `swell` at level `y`, shifted by `shift`. */
export function waves(y: number, swell: number, count: number, shift: number): string {
  const length = SCENE.width / count;
  let path = `M${-length + shift} ${y}`;
  for (let index = 0; index <= count; index += 1) {
    path += `q${length / 4} ${-swell} ${length / 2} 0t${length / 2} 0`;
  }
  return `${path}V${SCENE.height}H0Z`;
}

/** A furrow from the horizon's vanishing point to `x` on the foot of the canvas. */
export function furrow(vanishingX: number, horizonY: number, x: number): string {
  return `M${vanishingX} ${horizonY}L${x} ${SCENE.height}`;
}

/** Fills from far to near, and what shines. */
export const LAYERS = {
  far: "fill-(--scene-1)",
  distant: "fill-(--scene-2)",
  middle: "fill-(--scene-3)",
  near: "fill-(--scene-4)",
  nearest: "fill-(--scene-5)",
  light: "fill-(--scene-light)",
} as const;
