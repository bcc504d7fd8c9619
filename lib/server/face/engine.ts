import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { PictureFacts } from "@/lib/domain/face-challenge";
import { log } from "../log";

/** What the engine says of one picture; only `UNAVAILABLE` is about the engine. */
export type Description =
  | { kind: "DESCRIBED"; facts: PictureFacts }
  | { kind: "NOT_A_PICTURE" }
  | { kind: "UNAVAILABLE" };

/** Which pictures are looked at: kind and size are checked before anything is decoded. */
type PictureLimits = {
  formats: readonly ("jpeg" | "png")[];
  maxBytes: number;
  maxPixels: number;
  /** Larger pictures are scaled down to this width and height. */
  maxSide: number;
};

/** A frame of the camera: JPEG, up to 200 KB and 1280 × 960. */
const FRAME: PictureLimits = {
  formats: ["jpeg"],
  maxBytes: 200_000,
  maxPixels: 1280 * 960,
  maxSide: 640,
};

/** A photograph to enrol: JPEG or PNG, up to 5 MB and 24 megapixels. */
const PHOTOGRAPH: PictureLimits = {
  formats: ["jpeg", "png"],
  maxBytes: 5_000_000,
  maxPixels: 24_000_000,
  maxSide: 1024,
};

const SIGNATURES = { jpeg: "ffd8ff", png: "89504e470d0a1a0a" } as const;

type Settings = {
  script: string;
  /** Time one picture may take, with the loading of the models. */
  pictureTimeoutMs: number;
  /** The thread ends after this long without work and gives its 300 MB back. */
  idleMs: number;
  /** Pictures that may wait; more are refused at once. */
  maxWaiting: number;
};

type Job = { bytes: Uint8Array; limits: PictureLimits; done: (answer: Description) => void };
type WorkerAnswer = { id: number; answer: Description };

/**
 * A face engine (人脸引擎) in a worker thread, which starts with the first picture and is replaced when it crashes or
 * hangs. Pictures are looked at one after the other.
 */
export function createFaceEngine({ script, pictureTimeoutMs, idleMs, maxWaiting }: Settings) {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let current: { id: number; job: Job; timer: NodeJS.Timeout } | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    // No environment: the thread has no use for secrets.
    const started = new Worker(/* turbopackIgnore: true */ script, {
      workerData: { root: process.cwd() },
      env: {},
      execArgv: [],
    });
    started.on("message", ({ id, answer }: WorkerAnswer) => {
      if (current?.id === id) finish(answer);
    });
    // An error is followed by the exit.
    started.on("error", (error) => log.error("face engine failed", { err: error }));
    started.on("exit", () => {
      if (worker !== started) return;
      worker = undefined;
      finish({ kind: "UNAVAILABLE" });
    });
    return started;
  }

  function stop(): Promise<unknown> {
    const stopped = worker;
    worker = undefined;
    clearTimeout(idle);
    finish({ kind: "UNAVAILABLE" });
    return stopped?.terminate() ?? Promise.resolve();
  }

  function finish(answer: Description): void {
    if (!current) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    job.done(answer);
    next();
  }

  function next(): void {
    if (current) return;
    const job = waiting.shift();
    clearTimeout(idle);
    if (!job) {
      // A thread without work keeps neither a program nor its memory.
      worker?.unref();
      idle = setTimeout(stop, idleMs).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    const id = ++lastId;
    current = { id, job, timer: setTimeout(stop, pictureTimeoutMs) };
    const { formats, maxPixels, maxSide } = job.limits;
    worker.postMessage({ id, bytes: job.bytes, limits: { formats, maxPixels, maxSide } });
  }

  function examine(bytes: Uint8Array, limits: PictureLimits): Promise<Description> {
    const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
    const known = limits.formats.some((format) => head.startsWith(SIGNATURES[format]));
    if (!known || bytes.length > limits.maxBytes) return Promise.resolve({ kind: "NOT_A_PICTURE" });
    if (waiting.length >= maxWaiting) return Promise.resolve({ kind: "UNAVAILABLE" });
    return new Promise((done) => {
      waiting.push({ bytes, limits, done });
      next();
    });
  }

  return {
    describeFrame: (jpeg: Uint8Array) => examine(jpeg, FRAME),
    describePhotograph: (photo: Uint8Array) => examine(photo, PHOTOGRAPH),
    stop,
  };
}

type FaceEngine = ReturnType<typeof createFaceEngine>;

// One per process: bundles and reloads of the development server evaluate this module several times.
const shared = globalThis as { portalFaceEngine?: FaceEngine };

/** The engine of this process; nothing is loaded before its first picture. */
export function faceEngine(): FaceEngine {
  shared.portalFaceEngine ??= createFaceEngine({
    script: path.join(/* turbopackIgnore: true */ process.cwd(), "lib/server/face/worker.mjs"),
    pictureTimeoutMs: 20_000,
    idleMs: 5 * 60_000,
    maxWaiting: 16,
  });
  return shared.portalFaceEngine;
}
