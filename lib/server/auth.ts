import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Problem } from "@/lib/domain/result";
import { ABSOLUTE_HOURS } from "@/lib/domain/session-limits";
import { openLoginSession } from "./login/open-session";
import { secretFor } from "./secrets";
import { overHttps, portalCookie } from "./session-cookie";
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

const cookie = (name: Parameters<typeof portalCookie>[0]) => ({
  name: portalCookie(name),
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: overHttps() },
});

type Token = { sessionToken?: string; current?: CurrentSession; failed?: boolean };

/** Ends a login flow whose factors are proved: consumes it once and opens the login session. */
const finishedFlow = (id: "sms" | "email") =>
  Credentials({
    id,
    credentials: { flow: {}, region: {}, identity: {} },
    async authorize({ flow, region, identity }) {
      const opened = await openLoginSession({
        flow: String(flow),
        region: String(region),
        identity: String(identity),
        secondFactor: id === "sms" ? "SMS" : "EMAIL",
      });
      if (!opened.ok) throw new LoginRefused(opened.problems);
      return { id: opened.value.personId, sessionToken: opened.value.token };
    },
  });

/**
 * Auth.js of the portal. Its cookie carries an opaque token; the database says on every request what the token is worth.
 * Its REST routes are not mounted: signing in and out happens in server code alone.
 */
export const { auth, signIn, signOut } = NextAuth(() => ({
  basePath: "/api/auth",
  trustHost: true,
  secret: secretFor("auth-portal"),
  providers: [finishedFlow("sms"), finishedFlow("email")],
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
        const current = await readSession(sessionToken, { now: new Date(), slide: true });
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
