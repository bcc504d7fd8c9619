// Usage: node scripts/with-env.mjs [--clients] -- command …
// Runs a command with `.env` loaded (secrets generated outside production); --clients generates the
// database clients first when they are out of date.
import { ensureClients } from "./support/clients.mjs";
import { loadEnvironment } from "./support/environment.mjs";
import { become } from "./support/run.mjs";

const separator = process.argv.indexOf("--");
const options = process.argv.slice(2, separator);
const [command, ...args] = process.argv.slice(separator + 1);

loadEnvironment();
if (options.includes("--clients")) ensureClients();
become(command, args);
