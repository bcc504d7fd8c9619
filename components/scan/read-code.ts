import decodeQR from "qr/decode.js";

const SIDE = 480;

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

let detector: Promise<Detector | null> | undefined;

/** The browser's own reader where it has one for QR codes. */
async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!Own) return null;
  const formats = await Own.getSupportedFormats().catch((): string[] => []);
  return formats.includes("qr_code") ? new Own({ formats: ["qr_code"] }) : null;
}

/** The text of a QR code in the present picture of a video; null when there is none. */
export async function readCode(video: HTMLVideoElement): Promise<string | null> {
  detector ??= ownDetector();
  const own = await detector;
  if (own) {
    const codes = await own.detect(video).catch(() => []);
    return codes[0]?.rawValue ?? null;
  }
  const side = Math.min(video.videoWidth, video.videoHeight);
  if (side === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
  context.drawImage(video, left, top, side, side, 0, 0, SIDE, SIDE);
  try {
    return decodeQR(context.getImageData(0, 0, SIDE, SIDE));
  } catch {
    return null;
  }
}
