import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Build folder of the portal and of the bare application, apart from the ones people work with. */
export const BUILD_FOLDER = ".next-bench";

/** Next adds each build folder to these files; a measurement leaves them as they were. */
const TOUCHED = ["tsconfig.json", "next-env.d.ts"];

/** Builds the portal and the bare application for production. */
export function buildBoth(root: string): void {
  const kept = TOUCHED.map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .map((path) => [path, readFileSync(path)] as const);
  try {
    node(root, [join("scripts", "build.mjs")]);
    node(root, [join("node_modules", "next", "dist", "bin", "next"), "build", bareFolder(root)]);
  } finally {
    for (const [path, content] of kept) writeFileSync(path, content);
  }
}

/** Where the bare application is. */
export function bareFolder(root: string): string {
  return join(root, "scripts", "bench", "bare-app");
}

/** @throws Error with what the command wrote, when it fails */
function node(root: string, args: string[]) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_DIST_DIR: BUILD_FOLDER,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout}\n${stderr}`);
}
