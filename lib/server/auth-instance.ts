import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthResult } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Problem, Result } from "@/lib/domain/result";
import { ABSOLUTE_HOURS } from "@/lib/domain/session-limits";
import type { SecondFactorProof } from "@/lib/flows/login";
import { openLegacySession } from "./legacy/open-session";
import { openLoginSession } from "./login/open-session";
import { secretFor } from "./secrets";
import { overHttps, type SessionScope, sessionCookie } from "./session-cookie";
import { type CurrentSession, readSession } from "./session-store";

declare module "next-auth" {
  interface User {
    sessionToken?: string;
  }
  interface Session {
    current?: CurrentSession;
    /** The session could not be read (database down): not the same as signed out. */
    failed?: boolean;
  }
}

/** A login that was refused at its last step, with the problem to show. */
export class LoginRefused extends CredentialsSignin {
  constructor(readonly problems: Problem[]) {
    super();
  }
}

/** Auth.js providers, each a way a login may have been proved. */
const PROVIDERS = {
  sms: "SMS",
  email: "EMAIL",
  face: "FACE",
  scan: "SCAN",
} as const satisfies Record<string, SecondFactorProof>;

/** The provider that ends a login proved this way. */
export function providerOf(proof: SecondFactorProof): string {
  return Object.entries(PROVIDERS).find(([, each]) => each === proof)?.[0] ?? "";
}

type Token = { sessionToken?: string; current?: CurrentSession; failed?: boolean };

type Claim = { flow: string; region: string; identity: string };
type Opened = Result<{ token: string; personId: string }>;

/** Ends a flow whose proofs are complete: consumes it once and opens the login session. */
const finishedFlow = (id: string, open: (claim: Claim) => Promise<Opened>) =>
  Credentials({
    id,
    credentials: { flow: {}, region: {}, identity: {} },
    async authorize({ flow, region, identity }) {
      const claim = { flow: String(flow), region: String(region), identity: String(identity) };
      const opened = await open(claim);
      if (!opened.ok) throw new LoginRefused(opened.problems);
      return { id: opened.value.personId, sessionToken: opened.value.token };
    },
  });

/** The providers of a scope; the old entries (旧版登录) lead into the portal only. */
function providersOf(scope: SessionScope) {
  const unified = Object.entries(PROVIDERS).map(([id, proof]) =>
    finishedFlow(id, (claim) => openLoginSession({ ...claim, proof, scope })),
  );
  return scope === "PORTAL" ? [...unified, finishedFlow("enterprise", openLegacySession)] : unified;
}

/**
 * One Auth.js: the portal, or an application of the companion APP. Its cookie carries an opaque token; the database says on
 * every request what the token is worth. Its REST routes are not mounted: signing in and out happens in server code alone.
 */
export function authInstance(scope: SessionScope, basePath: string): NextAuthResult {
  const cookie = (name: Parameters<typeof sessionCookie>[1]) => ({
    name: sessionCookie(scope, name),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: overHttps() },
  });
  return NextAuth(() => ({
    basePath,
    trustHost: true,
    secret: secretFor(scope === "PORTAL" ? "auth-portal" : `auth-companion:${scope}`),
    providers: providersOf(scope),
    session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3600 },
    jwt: {
      encode: ({ token }) => Promise.resolve((token as Token).sessionToken ?? ""),
      decode: ({ token }) => Promise.resolve(token ? { sessionToken: token } : null),
    },
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    callbacks: {
      async jwt({ token, user }) {
        if (user?.sessionToken) return { sessionToken: user.sessionToken };
        const { sessionToken } = token as Token;
        if (!sessionToken) return null;
        try {
          const current = await readSession(sessionToken, { now: new Date(), slide: true, scope });
          return current && { sessionToken, current };
        } catch (error) {
          // Auth.js would swallow it and the person would look signed out.
          console.error("session not read", error instanceof Error ? error.name : typeof error);
          return { sessionToken, failed: true };
        }
      },
      session({ session, token }) {
        const { current, failed } = token as Token;
        return { ...session, current, failed };
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof LoginRefused)) console.error("auth", error.name);
      },
    },
  }));
}
