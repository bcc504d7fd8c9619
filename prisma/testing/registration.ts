import { expect } from "vitest";
import { mod11Check } from "@/lib/domain/check-digits";
import type { DocumentType } from "@/lib/domain/documents";
import type { Result } from "@/lib/domain/result";
import { registerFlowData } from "@/lib/flows/register";
import { firstFactor } from "@/lib/schemas/login";
import {
  registerDetailsForms,
  registerIdentityForm,
  registerPersonForm,
  registerPhoneForm,
} from "@/lib/schemas/register";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { submitFirstFactor } from "@/lib/server/login/first-factor";
import { blindIndex } from "@/lib/server/protect";
import { beginRegistration } from "@/lib/server/registration/begin";
import { completeRegistration } from "@/lib/server/registration/complete";
import { sendRegisterCode } from "@/lib/server/registration/contact";
import { submitDetails } from "@/lib/server/registration/details";
import {
  beginWithPhone,
  sendPhoneCode,
  submitPerson,
  verifyRegisterPhone,
} from "@/lib/server/registration/phone-first";
import { humanProof } from "@/prisma/testing/human-check";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

/** A password that follows the rule and gives nobody away. */
export const NEW_PASSWORD = "Cypress.2031";

let made = 0;

/** A valid 居民身份证号码 no other test has. */
export function newResidentId(): string {
  made += 1;
  const body = `54010019900101${String(made).padStart(3, "0")}`;
  return `${body}${mod11Check(body)}`;
}

/** A phone no other test has. */
export function newPhoneNumber(): string {
  made += 1;
  return `1547${String(made).padStart(7, "0")}`;
}

type Identity = {
  region?: string;
  overseas?: boolean;
  documentType?: DocumentType;
  country?: string;
  documentNumber?: string;
  name?: string;
};

/** One browser that registers, step by step through the use cases; in 云南 the phone comes before the document. */
export class Registrant {
  readonly browser: Browser = newBrowser();
  flow = "";
  region = "xizang";

  constructor(
    readonly now: Date,
    readonly address = "127.0.0.1",
  ) {}

  private get context() {
    return { now: this.now, address: this.address, userAgent: "Chrome/140 Windows" };
  }

  /** 身份信息校验. */
  async begin({ region = "xizang", ...identity }: Identity = {}) {
    this.region = region;
    const form = registerIdentityForm.parse({
      region,
      overseas: false,
      documentType: "RESIDENT_ID",
      documentNumber: newResidentId(),
      name: "张三",
      ...identity,
      humanCheck: await humanProof(),
    });
    const begun = await inBrowser(this.browser, () => beginRegistration(form, this.context));
    if (begun.ok) {
      this.flow = new URL(begun.value.to, "http://portal").searchParams.get("flow") ?? "";
    }
    return begun;
  }

  /** 「获取验证码」; the code, or null when none was sent. */
  async receiveCode(contact: string): Promise<string | null> {
    const { region, flow } = this;
    const sent = await inBrowser(this.browser, () =>
      sendRegisterCode({ region, flow, contact }, this.context),
    );
    if (!sent.ok) return null;
    return (await readOutbox(contact)).find(({ code }) => code)?.code ?? null;
  }

  /** 手机验证, where a registration begins with the phone. */
  async beginWithPhone(
    contact = newPhoneNumber(),
    { region = "yunnan", enterpriseUser = false, presses = 1 } = {},
  ) {
    this.region = region;
    const humanCheck = await humanProof();
    const form = registerPhoneForm.parse({ region, enterpriseUser, contact, humanCheck });
    const begun = await inBrowser(this.browser, () => beginWithPhone(form, this.context));
    if (!begun.ok) return begun;
    this.flow = new URL(begun.value.to, "http://portal").searchParams.get("flow") ?? "";
    const at = { region, flow: this.flow };
    const sent = await inBrowser(this.browser, () => sendPhoneCode(at, this.context));
    if (!sent.ok) return sent;
    const code = (await readOutbox(contact)).find((message) => message.code)?.code ?? "";
    const press = () => verifyRegisterPhone({ ...at, code }, this.context);
    const [answer, ...others] = await inBrowser(this.browser, () =>
      Promise.all([press(), ...Array.from({ length: presses - 1 }, press)]),
    );
    return others.find(({ ok }) => !ok) ?? answer;
  }

  /** 基本信息填写 after the phone: who it is, and the password. */
  person({
    documentNumber = newResidentId(),
    name = "张三",
    password = NEW_PASSWORD,
    username = "",
  } = {}) {
    const form = registerPersonForm.parse({
      region: this.region,
      flow: this.flow,
      documentType: "RESIDENT_ID",
      documentNumber,
      name,
      newPassword: password,
      confirmPassword: password,
      username,
      agreement: true,
    });
    return inBrowser(this.browser, () => submitPerson(form, this.context));
  }

  /** 基本信息填写 with what was received. */
  details(contact: string, code: string, rest: { password?: string; username?: string } = {}) {
    const method = contact.includes("@") ? "EMAIL" : "SMS";
    const { password = NEW_PASSWORD, username = "" } = rest;
    const form = registerDetailsForms[method].parse({
      region: this.region,
      flow: this.flow,
      contact,
      code,
      newPassword: password,
      confirmPassword: password,
      username,
      agreement: true,
    });
    return inBrowser(this.browser, () => submitDetails(form, this.context));
  }

  /** Phone or mailbox verified, password chosen. */
  async toFace(contact = newPhoneNumber(), rest: { password?: string; username?: string } = {}) {
    const code = (await this.receiveCode(contact)) ?? "";
    return this.details(contact, code, rest);
  }

  /** As if the phone had passed the face. */
  async passFace(): Promise<void> {
    const { data } = await db.flow.findUniqueOrThrow({ where: { id: this.flow } });
    const facts = { ...registerFlowData.parse(JSON.parse(data)), face: "PASSED" };
    await db.flow.update({ where: { id: this.flow }, data: { data: JSON.stringify(facts) } });
  }

  /** 「完成注册」, or 「登记」 with 所属税务机关. */
  complete(taxAuthority = "") {
    const { region, flow } = this;
    return inBrowser(this.browser, () =>
      completeRegistration({ region, flow, taxAuthority }, this.context),
    );
  }
}

/** The first problem's code, or `OK`. */
export function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? "OK" : result.problems[0]?.code;
}

/** Where an answer leads, without the flow's id; its problems when it leads nowhere. */
export function toOf(result: Result<{ to: string }>) {
  return result.ok ? result.value.to.replace(/=.*/, "=…") : result.problems;
}

/** An answer refused at one field. */
export function refused(code: string, field: string) {
  return { ok: false, problems: [expect.objectContaining({ code, field })] };
}

/** The person of a document with all that a registration gives them; null when there is none. */
export function personOf(documentNumber: string) {
  return db.person.findFirst({
    where: { documentNumberIndex: blindIndex("documentNumber", documentNumber) },
    include: { account: true, phones: true, collections: true, relations: true, messages: true },
  });
}

/** A registration that needs only 「完成注册」. */
export async function readyToComplete(
  at: Date,
  identity: Identity = {},
  { contact = newPhoneNumber(), username = "", now = at } = {},
): Promise<Registrant> {
  const registrant = new Registrant(now);
  expect(codeOf(await registrant.begin(identity))).toBe("OK");
  expect(codeOf(await registrant.toFace(contact, { username }))).toBe("OK");
  await registrant.passFace();
  return registrant;
}

/** First factor at 自然人业务, or at 企业业务 when an enterprise is named. */
export async function loginAs(
  form: { account: string; password: string; region: string; taxpayerId?: string },
  now: Date,
) {
  const entry = form.taxpayerId === undefined ? "PERSON" : "ENTERPRISE";
  const humanCheck = await humanProof();
  const context = { now, address: "192.0.2.1", userAgent: "test" };
  return inBrowser(newBrowser(), () =>
    submitFirstFactor(firstFactor.parse({ ...form, entry, agreement: true, humanCheck }), context),
  );
}
