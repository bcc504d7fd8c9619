import { AsyncLocalStorage } from "node:async_hooks";

/** What one browser keeps between requests, and the headers it sends. */
export type Browser = {
  cookies: Map<string, string>;
  headers: Headers;
  /** How cookies were set, by name. */
  flags: Map<string, unknown>;
};

const scope = new AsyncLocalStorage<Browser>();

/** A browser without cookies. */
export function newBrowser(headers: Record<string, string> = {}): Browser {
  return { cookies: new Map(), headers: new Headers(headers), flags: new Map() };
}

/** Runs as part of a request of that browser. */
export function inBrowser<T>(browser: Browser, run: () => Promise<T>): Promise<T> {
  return scope.run(browser, run);
}

function currentBrowser(): Browser {
  const browser = scope.getStore();
  if (!browser) throw new Error("Not inside inBrowser(): there is no request to read from");
  return browser;
}

/** Stands for `cookies` of next/headers. */
export async function cookies() {
  const { cookies: jar, flags } = currentBrowser();
  const cookie = (name: string) => {
    const value = jar.get(name);
    return value === undefined ? undefined : { name, value };
  };
  return {
    get: cookie,
    has: (name: string) => jar.has(name),
    getAll: () => [...jar.keys()].map((name) => cookie(name)),
    set: (name: string, value: string, options?: unknown) => {
      flags.set(name, options);
      return jar.set(name, value);
    },
    delete: (cookie: string | { name: string }) =>
      jar.delete(typeof cookie === "string" ? cookie : cookie.name),
  };
}

/** Stands for `headers` of next/headers. */
export async function headers(): Promise<Headers> {
  const { cookies: jar, headers: sent } = currentBrowser();
  const all = new Headers(sent);
  all.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  return all;
}
