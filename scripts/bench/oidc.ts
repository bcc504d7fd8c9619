import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { percentile } from "./numbers";
import type { Cost } from "./rounds";
import type { ServerProcess } from "./server-process";
import type { Visitor } from "./visitor";

/** Where the measured business system would take its codes; nobody answers there, and nobody is asked. */
const CALLBACK = "https://business.example/callback";
const SCOPE = "openid profile identity";

/** The client whose authorisations and exchanges are measured. */
export type BenchClient = { clientId: string; secret: string };

/** What a code is exchanged with. */
type Waiting = { code: string; verifier: string };

/** What signing in at a business system costs the portal, both halves. */
export type OidcCost = { authorization: Cost; exchange: Cost };

const tokens = z.object({ id_token: z.string(), access_token: z.string() });

/** Registers the business system; the database is the one the environment names. */
export async function registerBenchClient(region: string): Promise<BenchClient> {
  // Imported only now: they open the database the environment names.
  const { newClientForm } = await import("@/lib/schemas/oidc-client");
  const { registerByCommand } = await import("@/lib/server/oidc/client-command");
  const form = newClientForm.parse({
    name: "基准测试系统",
    businessSystem: "",
    kind: "FIRST_PARTY",
    authMethod: "CLIENT_SECRET_BASIC",
    jwks: "",
    redirectUris: CALLBACK,
    postLogoutRedirectUris: "",
    backchannelLogoutUri: "",
    loginUri: "",
    pairwise: false,
    functions: ["invoice-issue", "query-invoices"],
    reason: "基准测试",
  });
  const done = await registerByCommand(form, region, new Date());
  if (!done.ok || !done.value.secret) throw new Error(JSON.stringify(done));
  return { clientId: done.value.clientId, secret: done.value.secret };
}

/**
 * Signs `amount` times in at the business system, each visitor one after another: authorisations with PKCE, state and nonce by browsers
 * that are signed in to the portal, then the exchange of their codes (client_secret_basic).
 */
export async function loadOidc(
  server: ServerProcess,
  client: BenchClient,
  { amount, visitors }: { amount: number; visitors: readonly Visitor[] },
): Promise<OidcCost> {
  const waiting: Waiting[] = [];
  const authorization = await measure(server, { amount, workers: visitors }, async (visitor) => {
    waiting.push(await authorize(visitor, client));
  });
  const exchange = await measure(server, { amount, workers: visitors }, async () => {
    const next = waiting.pop();
    if (next) await redeem(server.origin, client, next);
  });
  return { authorization, exchange };
}

/** Does a thing `amount` times, by as many workers at once as there are. */
async function measure<W>(
  server: ServerProcess,
  { amount, workers }: { amount: number; workers: readonly W[] },
  work: (worker: W) => Promise<void>,
): Promise<Cost> {
  const waited: number[] = [];
  let left = amount;
  const before = server.cpuMs();
  const since = performance.now();
  await Promise.all(
    workers.map(async (worker) => {
      while (left > 0) {
        left -= 1;
        const start = performance.now();
        await work(worker);
        waited.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - since) / 1000;
  return {
    cpuMs: (server.cpuMs() - before) / amount,
    p50Ms: percentile(waited, 0.5),
    p97Ms: percentile(waited, 0.975),
    perSecond: amount / seconds,
  };
}

async function authorize(visitor: Visitor, { clientId }: BenchClient): Promise<Waiting> {
  const verifier = random();
  const state = random();
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: SCOPE,
    state,
    nonce: random(),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  const back = await visitor.leave(`/oidc/auth?${query}`);
  const code = back.searchParams.get("code");
  if (!code || back.searchParams.get("state") !== state) {
    throw new Error(`No code: ${back.searchParams.get("error") ?? back.pathname}`);
  }
  return { code, verifier };
}

async function redeem(
  origin: string,
  { clientId, secret }: BenchClient,
  { code, verifier }: Waiting,
): Promise<void> {
  const answer = await fetch(`${origin}/oidc/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      redirect_uri: CALLBACK,
      code,
      code_verifier: verifier,
    }),
  });
  tokens.parse(await answer.json());
}

function random(): string {
  return randomBytes(32).toString("base64url");
}
