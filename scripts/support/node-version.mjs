// Imported first by every command: an older Node would fail later with a riddle.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。\n` +
      `Node.js 20.19 or newer is needed; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
