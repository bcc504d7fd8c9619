import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthResult } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Problem, Result } from "@/lib/domain/result";
import type { CurrentOfficer } from "./hall/officer-store";
import { log } from "./log";
import { secretFor } from "./secrets";
import { type CookieScope, cookieFlags, sessionCookie } from "./session-cookie";
import type { CurrentSession } from "./session-store";

declare module "next-auth" {
  interface User {
    sessionToken?: string;
  }
  interface Session extends Read {
    /** The session could not be read (database down): not the same as signed out. */
    failed?: boolean;
  }
}

/** Who a token says is signed in: a person at the portal or an APP, or an officer in the hall. */
type Read = { current?: CurrentSession; officer?: CurrentOfficer };

/** A login that was refused at its last step, with the problem to show. */
export class LoginRefused extends CredentialsSignin {
  constructor(readonly problems: Problem[]) {
    super();
  }
}

type Token = Read & { sessionToken?: string; failed?: boolean };

type Claim = { flow: string; region: string; identity: string };
type Opened = Result<{ token: string; personId: string } | { token: string; officerId: string }>;

/** Ends a flow whose proofs are complete: consumes it once and opens the login session. */
export const finishedFlow = (id: string, open: (claim: Claim) => Promise<Opened>) =>
  Credentials({
    id,
    credentials: { flow: {}, region: {}, identity: {} },
    async authorize({ flow, region, identity }) {
      const claim = { flow: String(flow), region: String(region), identity: String(identity) };
      const opened = await open(claim);
      if (!opened.ok) throw new LoginRefused(opened.problems);
      const { token, ...whose } = opened.value;
      return {
        id: "personId" in whose ? whose.personId : whose.officerId,
        sessionToken: token,
      };
    },
  });

type Instance = {
  scope: CookieScope;
  basePath: string;
  /** Purpose of its secret. */
  secret: string;
  /** After so long no session is good any more. */
  absoluteHours: number;
  providers: ReturnType<typeof finishedFlow>[];
  /** What a token is worth at this moment; null: nothing. */
  read: (token: string, now: Date) => Promise<Read | null>;
};

/**
 * One Auth.js: the portal, an application of the companion APP, or the hall. Its cookie carries an opaque token; the database
 * says on every request what the token is worth. Its REST routes are not mounted: signing in and out happens in server code
 * alone.
 */
export function authInstance(instance: Instance): NextAuthResult {
  const { scope, basePath, secret, absoluteHours, providers, read } = instance;
  const cookie = (name: Parameters<typeof sessionCookie>[1]) => ({
    name: sessionCookie(scope, name),
    options: cookieFlags(),
  });
  return NextAuth(() => ({
    basePath,
    trustHost: true,
    secret: secretFor(secret),
    providers,
    session: { strategy: "jwt", maxAge: absoluteHours * 3600 },
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
          const worth = await read(sessionToken, new Date());
          return worth && { sessionToken, ...worth };
        } catch (error) {
          // Auth.js would swallow it and the person would look signed out.
          log.error("session not read", { err: error });
          return { sessionToken, failed: true };
        }
      },
      session({ session, token }) {
        const { current, officer, failed } = token as Token;
        return { ...session, current, officer, failed };
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof LoginRefused)) log.error("sign-in failed", { err: error });
      },
    },
  }));
}
