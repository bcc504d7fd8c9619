import { createServer } from "node:net";

/**
 * Whether nothing listens on a port.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Ends the process with one sentence when the port is taken. */
export async function demandFreePort(port) {
  if (await isFree(port)) return;
  console.error(
    `端口 ${port} 已被占用，请停止占用它的程序，或用 PORT=其他端口 再运行。\n` +
      `Port ${port} is in use. Stop the other program, or run again with PORT=another.`,
  );
  process.exit(1);
}
