import { join } from "node:path";

/** The least a Next application can be, built with the portal's own packages. */
export default {
  distDir: ".next-bench",
  poweredByHeader: false,
  turbopack: { root: join(import.meta.dirname, "..", "..", "..") },
};
