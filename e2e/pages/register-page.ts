import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD } from "../fixtures/demo";
import { Outbox } from "./outbox";

export type Identity = {
  documentType?: string;
  country?: string;
  documentNumber: string;
  name: string;
};

/** `/R/register` and its steps: 用户注册, 境外自然人注册. */
export class RegisterPage {
  readonly alert: Locator;
  readonly next: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
    this.next = page.getByRole("button", { name: "下一步", exact: true });
  }

  box(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  async expectStep(heading: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  }

  /** 身份信息校验. */
  async identify({ documentType, country, documentNumber, name }: Identity): Promise<void> {
    if (documentType) {
      await this.page
        .getByRole("combobox", { name: "证件类型" })
        .selectOption({ label: documentType });
    }
    if (country) await this.box("国籍（地区）").fill(country);
    await this.box("证件号码").fill(documentNumber);
    await this.box("姓名").fill(name);
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.next.click();
  }

  /** 手机验证, where a registration begins with the phone (云南). */
  async verifyPhone(phone: string): Promise<void> {
    await this.expectStep("手机验证");
    await this.box("手机号码").fill(phone);
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.next.click();
    await this.page.getByRole("button", { name: "获取验证码" }).click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    await this.box("短信验证码").fill(await new Outbox(this.page.request).newestCode(phone));
    await this.next.click();
  }

  /** 基本信息填写 after the phone. */
  async fillPerson({ documentNumber, name }: Identity): Promise<void> {
    await this.expectStep("基本信息填写");
    await this.box("证件号码").fill(documentNumber);
    await this.box("姓名").fill(name);
    await this.box("个人用户密码").fill(PASSWORD);
    await this.box("确认密码").fill(PASSWORD);
    await this.page.getByRole("checkbox", { name: "我已阅读并同意用户服务协议、隐私政策" }).check();
    await this.next.click();
  }

  /** 基本信息填写 with a phone, or a mailbox. */
  async fillDetails(contact: string, { username = "" } = {}): Promise<void> {
    await this.expectStep("基本信息填写");
    const mailbox = contact.includes("@");
    await this.box(mailbox ? "电子邮箱" : "手机号码").fill(contact);
    await this.page.getByRole("button", { name: "获取验证码" }).click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    const code = await new Outbox(this.page.request).newestCode(contact);
    await this.box(mailbox ? "邮箱验证码" : "短信验证码").fill(code);
    await this.box("个人用户密码").fill(PASSWORD);
    await this.box("确认密码").fill(PASSWORD);
    await this.box("用户名（选填）").fill(username);
    await this.page.getByRole("checkbox", { name: "我已阅读并同意用户服务协议、隐私政策" }).check();
    await this.next.click();
  }

  /** The summary, and 「完成注册」. */
  async complete(): Promise<void> {
    await this.expectStep("确认注册信息");
    await this.page.getByRole("button", { name: "完成注册" }).click();
    await this.expectStep("注册成功");
  }
}
