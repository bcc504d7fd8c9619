import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followTicket } from "@/components/scan/follow-ticket";

/** The browser's EventSource, as far as it is used; the last one made. */
class Events {
  static readonly CLOSED = 2;
  static last: Events;
  readyState = 1;
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor(readonly url: string) {
    Events.last = this;
  }

  close() {
    this.readyState = Events.CLOSED;
  }
}

let states: string[];
let answers: (Response | Error)[];
const asked = vi.fn(async (_address: string) => {
  const answer = answers.shift() ?? Response.json({ error: 404 }, { status: 404 });
  if (answer instanceof Error) throw answer;
  return answer;
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Events);
  vi.stubGlobal("fetch", asked);
  asked.mockClear();
  states = [];
  answers = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const follow = () => followTicket("t1", (state) => states.push(state));
const state = (text: string) => Response.json({ state: text });

test("Q4 a code is followed by events, up to its end; nothing else is asked", async () => {
  follow();
  expect(Events.last.url).toBe("/api/scan/t1/events");
  for (const data of ["CREATED", "SCANNED", "nonsense", "CONFIRMED"])
    Events.last.onmessage({ data });
  expect(states).toEqual(["CREATED", "SCANNED", "CONFIRMED"]);
  expect(Events.last.readyState).toBe(Events.CLOSED);
  Events.last.onmessage({ data: "EXPIRED" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states).toHaveLength(3);
  expect(asked).not.toHaveBeenCalled();
});

test("Q4 where events do not arrive it is asked for every two seconds, a broken network outlasted", async () => {
  follow();
  answers = [
    state("SCANNED"),
    new Error("offline"),
    Response.json({}, { status: 503 }),
    state("CONFIRMED"),
  ];
  Events.last.close();
  Events.last.onerror();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledWith("/api/scan/t1", { cache: "no-store" });
  expect(states).toEqual(["SCANNED"]);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(states).toEqual(["SCANNED", "CONFIRMED"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveBeenCalledTimes(4);
});

test("Q4 an interrupted stream connects anew by itself; leaving the page ends it all", async () => {
  const stop = follow();
  Events.last.onerror();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).not.toHaveBeenCalled();
  stop();
  expect(Events.last.readyState).toBe(Events.CLOSED);
});
