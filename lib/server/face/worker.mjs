// The face engine (人脸引擎) in a thread of its own: pictures come in, what can be seen on them goes out. One at a time:
// two at once are slower than two in turn.
import { parentPort, workerData } from "node:worker_threads";
import sharp from "sharp";
import { describeFace, INPUT_SIZE } from "./worker-descriptor.mjs";
import { brightnessOf, eyeDistanceOf, mouthOf, turnOf, uprightFace } from "./worker-geometry.mjs";
import { loadModels } from "./worker-models.mjs";

const DEGREES = 180 / Math.PI;

sharp.concurrency(1);
sharp.cache(false);

/** @type {ReturnType<typeof loadModels> | undefined} */
let models;

/** Decodes a picture whose header is within the limits; null when it is not a picture of an accepted kind. */
async function decode(bytes, { formats, maxPixels, maxSide }) {
  try {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", pages: 1 });
    const { format } = await image.metadata();
    if (!formats.includes(format)) return null;
    const { data, info } = await image
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#808080" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return info.channels === 3 ? { data, width: info.width, height: info.height } : null;
  } catch {
    return null;
  }
}

async function detect(human, { data, width, height }) {
  const tensor = human.tf.tensor4d(Float32Array.from(data), [1, height, width, 3]);
  try {
    const { face, error } = await human.detect(tensor);
    if (error) throw new Error(error);
    return face.filter(({ mesh }) => mesh.length >= 468);
  } finally {
    tensor.dispose();
  }
}

/** Facts of the largest face; how many there are is told beside it. */
function faceFacts({ human, recognition }, picture, { mesh, box, rotation }) {
  return {
    turn: turnOf(mesh),
    pitch: (rotation?.angle.pitch ?? 0) * DEGREES,
    mouth: mouthOf(mesh),
    eyeDistance: eyeDistanceOf(mesh),
    brightness: brightnessOf(picture, box),
    descriptor: describeFace(human.tf, recognition, uprightFace(picture, mesh, INPUT_SIZE)),
  };
}

async function describePicture(bytes, limits) {
  const picture = await decode(bytes, limits);
  if (!picture) return { kind: "NOT_A_PICTURE" };
  models ??= loadModels(workerData.root);
  const loaded = await models;
  const faces = await detect(loaded.human, picture);
  const [largest] = faces.sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3]);
  const facts = {
    faces: faces.length,
    brightness: brightnessOf(picture, [0, 0, picture.width, picture.height]),
    face: largest ? faceFacts(loaded, picture, largest) : null,
  };
  return { kind: "DESCRIBED", facts };
}

// A failure of the models ends the thread; the engine starts another for the next picture.
parentPort.on("message", async ({ id, bytes, limits }) => {
  parentPort.postMessage({ id, answer: await describePicture(bytes, limits) });
});
