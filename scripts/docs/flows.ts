/** `npm run docs`: writes docs/flows.md from the flows themselves. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { flowsDocument } from "@/scripts/docs/flows-document";

writeFileSync(join(import.meta.dirname, "..", "..", "docs", "flows.md"), flowsDocument());
