// Measures on the 468 points of a face mesh, in pixels of the picture; right and left are the person's own.

/** Where the outer and inner eye corners and the base of the nose belong in an upright face (dlib's five-point mean). */
const TEMPLATE = [
  { point: 263, x: 0.8595674595992, y: 0.2134981538014 },
  { point: 362, x: 0.6460604764104, y: 0.2289674387677 },
  { point: 33, x: 0.1205750620789, y: 0.2137274526848 },
  { point: 133, x: 0.3340850613712, y: 0.2290642403242 },
  { point: 2, x: 0.4901123135679, y: 0.6277975316475 },
];
/** Margin around the template, as in the training of the descriptor. */
const PADDING = 0.25;

const RIGHT_SIDE = 234;
const LEFT_SIDE = 454;
const NOSE = 1;

/** @typedef {number[][]} Mesh */

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** How far the face is turned: 0 straight ahead, positive to the person's own left (转头). @param {Mesh} mesh */
export function turnOf(mesh) {
  const right = distance(mesh[NOSE], mesh[RIGHT_SIDE]);
  const left = distance(mesh[NOSE], mesh[LEFT_SIDE]);
  return (right - left) / (right + left);
}

/** How far the mouth is open, inner height by inner width (张嘴). @param {Mesh} mesh */
export function mouthOf(mesh) {
  return distance(mesh[13], mesh[14]) / distance(mesh[78], mesh[308]);
}

/** Pixels between the middles of the eyes (两眼间距). @param {Mesh} mesh */
export function eyeDistanceOf(mesh) {
  return distance(middle(mesh[33], mesh[133]), middle(mesh[263], mesh[362]));
}

/**
 * The similarity a·x − b·y + u, b·x + a·y + v that takes the upright face of `size` pixels to the picture, by least
 * squares over the five points.
 */
function similarity(mesh, size) {
  const pairs = TEMPLATE.map(({ point, x, y }) => ({
    from: [x, y].map((value) => ((PADDING + value) / (2 * PADDING + 1)) * size),
    to: mesh[point],
  }));
  const mean = (pick) => pairs.reduce((sum, pair) => sum + pick(pair), 0) / pairs.length;
  const [fx, fy] = [mean(({ from }) => from[0]), mean(({ from }) => from[1])];
  const [tx, ty] = [mean(({ to }) => to[0]), mean(({ to }) => to[1])];
  let along = 0;
  let across = 0;
  let spread = 0;
  for (const { from, to } of pairs) {
    const [x, y, p, q] = [from[0] - fx, from[1] - fy, to[0] - tx, to[1] - ty];
    along += x * p + y * q;
    across += x * q - y * p;
    spread += x * x + y * y;
  }
  const a = along / spread;
  const b = across / spread;
  return { a, b, u: tx - a * fx + b * fy, v: ty - b * fx - a * fy };
}

/** One pixel between four; beyond the edge the edge repeats. */
function sample({ data, width, height }, x, y, channel) {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const dx = Math.min(Math.max(x - left, 0), 1);
  const dy = Math.min(Math.max(y - top, 0), 1);
  const at = (column, row) => data[(row * width + column) * 3 + channel];
  return (
    (at(left, top) * (1 - dx) + at(right, top) * dx) * (1 - dy) +
    (at(left, bottom) * (1 - dx) + at(right, bottom) * dx) * dy
  );
}

/**
 * The face upright and cut to `size` × `size`, RGB from 0 to 255. A larger face is averaged down, not picked from.
 * @param {{ data: Uint8Array, width: number, height: number }} picture
 * @param {Mesh} mesh
 */
export function uprightFace(picture, mesh, size) {
  const { a, b, u, v } = similarity(mesh, size);
  const steps = Math.max(1, Math.round(Math.hypot(a, b)));
  const out = new Float32Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (let step = 0; step < steps * steps; step++) {
        const x = column + ((step % steps) + 0.5) / steps - 0.5;
        const y = row + (Math.floor(step / steps) + 0.5) / steps - 0.5;
        for (let channel = 0; channel < 3; channel++) {
          out[(row * size + column) * 3 + channel] +=
            sample(picture, a * x - b * y + u, b * x + a * y + v, channel) / (steps * steps);
        }
      }
    }
  }
  return out;
}

/** Mean brightness 0–255 of a rectangle of the picture (亮度). @param {number[]} box x, y, width, height */
export function brightnessOf({ data, width, height }, [left, top, boxWidth, boxHeight]) {
  const endX = Math.min(Math.ceil(left + boxWidth), width);
  const endY = Math.min(Math.ceil(top + boxHeight), height);
  let sum = 0;
  let count = 0;
  for (let y = Math.max(Math.floor(top), 0); y < endY; y += 2) {
    for (let x = Math.max(Math.floor(left), 0); x < endX; x += 2) {
      const at = (y * width + x) * 3;
      sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
