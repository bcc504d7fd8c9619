import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param";

/** The segments of a page below the root, as Next names them. */
export type Segments = readonly (string | readonly [string, string, "d"])[];

/** What the router of a browser sends to say which page it shows. */
export function routerState(segments: Segments): string {
  const leaf: unknown[] = ["__PAGE__", {}, null, null, 0];
  const tree = [...segments].reverse().reduce<unknown[]>((child, segment) => {
    const name = typeof segment === "string" ? segment : [...segment, null];
    return [name, { children: child }, null, null, 0];
  }, leaf);
  return encodeURIComponent(JSON.stringify(["", { children: tree }, null, null, 16]));
}

/** What a server action answered, out of Next's flight format. */
export function answerOf(flight: string): unknown {
  const [, row] = /"a":"\$@([0-9a-f]+)"/.exec(flight) ?? [];
  const [, value] = new RegExp(`^${row}:(.+)$`, "m").exec(flight) ?? [];
  if (value === undefined) throw new Error(`No answer of an action in: ${flight.slice(0, 200)}`);
  return JSON.parse(value);
}

/** One browser: its cookies, and the three kinds of request a page makes. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The same browser later, signed out: what is left is by what its device is known (B5). */
  later(): Visitor {
    const visitor = new Visitor(this.origin);
    const device = this.#cookies.get("device");
    if (device) visitor.#cookies.set("device", device);
    return visitor;
  }

  /** Opens a page by its address; gives the document. */
  open(path: string): Promise<string> {
    return this.#send(path, { headers: { accept: "text/html" } });
  }

  /** Asks for data, as `fetch` of a page does. */
  async data(path: string): Promise<unknown> {
    return JSON.parse(await this.#send(path, {}));
  }

  /** Goes to a page by the router, without loading a document. */
  async navigate(path: string, from: { path: string; segments: Segments }): Promise<string> {
    const state = routerState(from.segments);
    const hash = await computeCacheBustingSearchParam(undefined, undefined, state, from.path);
    const separator = path.includes("?") ? "&" : "?";
    return this.#send(`${path}${separator}_rsc=${hash}`, {
      headers: { rsc: "1", "next-router-state-tree": state, "next-url": from.path },
    });
  }

  /** Calls a server action of the page at `path`. */
  async act(
    path: string,
    { id, segments, input }: { id: string; segments: Segments; input: unknown },
  ): Promise<unknown> {
    const flight = await this.#send(path, {
      method: "POST",
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        origin: this.origin,
        "next-action": id,
        "next-router-state-tree": routerState(segments),
      },
      body: JSON.stringify([input]),
    });
    return answerOf(flight);
  }

  /** Opens an address and follows where it leads, until that is another site; gives the address there. */
  async leave(path: string): Promise<URL> {
    const { status, location } = await this.#ask(path, {});
    if (!location) throw new Error(`${status} ${path} leads nowhere`);
    const to = new URL(location, this.origin);
    return to.origin === this.origin ? this.leave(to.pathname + to.search) : to;
  }

  async #send(path: string, init: RequestInit): Promise<string> {
    const { status, text } = await this.#ask(path, init);
    if (status !== 200) throw new Error(`${status} ${path}: ${text.slice(0, 200)}`);
    return text;
  }

  async #ask(path: string, init: RequestInit) {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookieHeader);
    const answer = await fetch(this.origin + path, { ...init, headers, redirect: "manual" });
    const text = await answer.text();
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name && value !== undefined) this.#cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get("location"), text };
  }
}
