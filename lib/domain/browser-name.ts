/** Most particular first: nearly every browser also calls itself Chrome or Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger\//, "微信"],
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/(?:OPR|Opera)\//, "Opera"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, "鸿蒙"],
  [/Android/, "安卓"],
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];

/** A browser in words one recognises, e.g. Chrome（Windows）, from its User-Agent (浏览器). */
export function browserName(userAgent: string): string {
  const find = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find(BROWSERS) ?? "未知浏览器";
  const system = find(SYSTEMS);
  return system ? `${browser}（${system}）` : browser;
}
