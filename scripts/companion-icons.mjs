// Usage: node scripts/companion-icons.mjs
// Draws the icons of the companion APP (public/app/icons): the product's own doorway on each application's colour.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { ROOT } from "./support/environment.mjs";

const FOLDER = join(ROOT, "public", "app", "icons");
const COLOURS = {
  tax: "#1f4fa3",
  iit: "#0f6e63",
  license: "#a3422b",
  alipay: "#2b5f9e",
  wechat: "#3d6b2e",
};
/** What tells the applications apart besides the colour, drawn inside the doorway. */
const SIGNS = {
  tax: '<path d="M210 330h92M210 290h92"/>',
  iit: '<circle cx="256" cy="266" r="26"/><path d="M206 344a50 42 0 0 1 100 0"/>',
  license: '<path d="M206 250h100v90h-100zM206 280h100"/>',
  alipay: '<path d="M210 300l32 34 62-74"/>',
  wechat: '<circle cx="236" cy="284" r="30"/><circle cx="288" cy="312" r="24"/>',
};

/** The sign keeps to the middle 60 %, so that a mask of any shape leaves it whole. */
function icon(slug) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" fill="${COLOURS[slug]}"/>
  <g fill="none" stroke="#ffffff" stroke-width="22" stroke-linecap="round" stroke-linejoin="round">
    <path d="M166 372V246a90 90 0 0 1 180 0v126M130 372h252"/>
    ${SIGNS[slug]}
  </g>
</svg>
`;
}

mkdirSync(FOLDER, { recursive: true });
for (const slug of Object.keys(COLOURS)) {
  const svg = icon(slug);
  writeFileSync(join(FOLDER, `${slug}.svg`), svg);
  for (const size of [192, 512]) {
    const png = await sharp(Buffer.from(svg)).resize(size, size).png({ palette: true }).toBuffer();
    writeFileSync(join(FOLDER, `${slug}-${size}.png`), png);
  }
}
