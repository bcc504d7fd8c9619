import type { NextConfig } from "next";

/** Headers that are the same for every answer. What depends on the request is added in `proxy.ts`. */
const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not no-referrer: with it browsers post forms without an Origin.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  permissions("camera=()"),
];

/** Abilities of the browser that pages may use: none but the camera, where `camera` says so. */
function permissions(camera: string) {
  const rest = "microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
  return { key: "Permissions-Policy", value: `${camera}, ${rest}` };
}

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The development server would print what people type, passwords included.
  logging: { serverFunctions: false },
  // The first two need their own file layout; the others are loaded only where measurements or traces are asked for.
  serverExternalPackages: [
    "oidc-provider",
    "light-my-request",
    "prom-client",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace-node",
  ],
  // `npm run check` has looked at the types by then, at those of the tests, too.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "true" },
  turbopack: { root: import.meta.dirname },
  experimental: {
    // 403 for an officer whose role a page is not for.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "64kb" },
    // Larger bodies are refused in proxy.ts; this bounds what is held in memory until then.
    proxyClientMaxBodySize: "6mb",
  },
  headers: async () => [
    { source: "/:path*", headers: fixedHeaders },
    // The phone pages look at a code and a face.
    { source: "/app/:path*", headers: [permissions("camera=(self)")] },
    // 实名信息采集 takes a photograph.
    { source: "/hall/:path*", headers: [permissions("camera=(self)")] },
    // Passed over by proxy.ts, which would hold the file in memory.
    {
      source: "/hall/imports/:run/upload",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
    // A newer one has to take effect at the next visit.
    { source: "/app/sw.js", headers: [{ key: "Cache-Control", value: "no-cache" }] },
  ],
};

export default config;
