import { type APIRequestContext, expect } from "@playwright/test";

/** One message as `/dev/outbox.json` tells it. */
export type Message = {
  to: string;
  channel: "SMS" | "EMAIL";
  purpose: string;
  text: string;
  code: string | null;
  sentAt: string;
};

/** The messages the portal has sent (发件箱). */
export class Outbox {
  constructor(private readonly request: APIRequestContext) {}

  /** Messages to one phone or mailbox, newest first. */
  async to(address: string): Promise<Message[]> {
    const response = await this.request.get("/dev/outbox.json", { params: { to: address } });
    expect(response.status()).toBe(200);
    return (await response.json()) as Message[];
  }

  /** The code of the newest message: a person whose codes are read signs in in one test only. */
  async newestCode(address: string): Promise<string> {
    const [newest] = await this.to(address);
    if (!newest?.code) throw new Error(`No code was sent to ${address}`);
    return newest.code;
  }
}
