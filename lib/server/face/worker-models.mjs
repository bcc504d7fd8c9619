// The models of the face engine, loaded from node_modules into this thread; nothing is fetched.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @param {string} folder */
const asFolderUrl = (folder) => `${pathToFileURL(folder).href}/`;

/** Reads a model's topology and weights from `file://` addresses. */
function fileRouter(tf) {
  return (url) => {
    const address = Array.isArray(url) ? url[0] : url;
    if (typeof address !== "string" || !address.startsWith("file://")) return null;
    return {
      async load() {
        const model = JSON.parse(await readFile(fileURLToPath(address), "utf8"));
        const parts = model.weightsManifest.flatMap((group) => group.paths);
        const files = await Promise.all(
          parts.map((part) => readFile(fileURLToPath(new URL(part, address)))),
        );
        return {
          modelTopology: model.modelTopology,
          weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
          weightData: tf.io.concatenateArrayBuffers(files.map(bytesOf)),
          format: model.format,
          generatedBy: model.generatedBy,
          convertedBy: model.convertedBy,
        };
      },
    };
  };
}

/** The bytes of a Node buffer, without the pool it may share. */
function bytesOf(buffer) {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength);
}

/** Detector, mesh and iris; every frame is looked at anew, nothing is remembered between two. */
const CONFIGURATION = {
  backend: "wasm",
  async: false,
  warmup: "none",
  cacheModels: false,
  cacheSensitivity: 0,
  skipAllowed: false,
  debug: false,
  filter: { enabled: false },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
  segmentation: { enabled: false },
  face: {
    enabled: true,
    detector: {
      rotation: true,
      maxDetected: 2,
      minConfidence: 0.5,
      skipFrames: 0,
      skipTime: 0,
      return: false,
    },
    mesh: { enabled: true },
    iris: { enabled: true, skipFrames: 0, skipTime: 0 },
    attention: { enabled: false },
    description: { enabled: false },
    emotion: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
  },
};

/**
 * Loads everything once.
 * @param {string} root folder that holds node_modules
 */
export async function loadModels(root) {
  const modules = path.join(root, "node_modules");
  const require = createRequire(path.join(root, "package.json"));
  // By absolute path: the package exports only its browser build.
  const { Human } = require(path.join(modules, "@vladmandic/human/dist/human.node-wasm.js"));
  const human = new Human({
    ...CONFIGURATION,
    modelBasePath: asFolderUrl(path.join(modules, "@vladmandic/human/models")),
    wasmPath: `${path.join(modules, "@tensorflow/tfjs-backend-wasm/dist")}/`,
  });
  const { tf } = human;
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.io.registerLoadRouter(fileRouter(tf));
  await human.load();
  await human.tf.ready();
  // The WebAssembly glue adds listeners that throw again whatever they are told.
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  const folder = path.join(modules, "@vladmandic/face-api/model");
  const [manifest, weights] = await Promise.all([
    readFile(path.join(folder, "face_recognition_model-weights_manifest.json"), "utf8"),
    readFile(path.join(folder, "face_recognition_model.bin")),
  ]);
  const specs = JSON.parse(manifest).flatMap((group) => group.weights);
  return { human, recognition: tf.io.decodeWeights(bytesOf(weights), specs) };
}
