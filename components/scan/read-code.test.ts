import { afterEach, beforeEach, expect, test, vi } from "vitest";

const video = { videoWidth: 0, videoHeight: 0 } as HTMLVideoElement;
const detect = vi.fn(async (_video: HTMLVideoElement): Promise<{ rawValue: string }[]> => []);
let formats: string[];

class Own {
  static getSupportedFormats = async () => formats;
  detect = detect;
}

/** The reader as a page that was just opened has it. */
async function reader() {
  vi.resetModules();
  return (await import("@/components/scan/read-code")).readCode;
}

beforeEach(() => {
  formats = ["qr_code"];
  detect.mockReset();
  vi.stubGlobal("BarcodeDetector", Own);
});
afterEach(() => vi.unstubAllGlobals());

test("Q1 扫一扫 uses the browser's own reader where it has one", async () => {
  const readCode = await reader();
  detect.mockResolvedValueOnce([{ rawValue: "first" }, { rawValue: "second" }]);
  expect(await readCode(video)).toBe("first");
  detect.mockResolvedValueOnce([]);
  expect(await readCode(video)).toBeNull();
  detect.mockRejectedValueOnce(new Error("no picture yet"));
  expect(await readCode(video)).toBeNull();
});

test.each<[string, typeof Own | undefined]>([
  ["reads no QR codes", Own],
  ["is missing", undefined],
])("Q1 扫一扫 decodes by itself where the browser's reader %s", async (_, found) => {
  formats = ["ean_13"];
  vi.stubGlobal("BarcodeDetector", found);
  const readCode = await reader();
  expect(await readCode(video)).toBeNull();
  expect(detect).not.toHaveBeenCalled();
});
