import { expect, type Locator, type Page } from "@playwright/test";

/** The old entry (旧版登录) of a bureau and its steps. */
export class LegacyPage {
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  textbox(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  person(name: string): Locator {
    return this.page.getByRole("radio", { name });
  }

  /** 普通登录 from the address on, with 纳税人识别号 and 企业密码. */
  async enter(taxpayerId: string, password: string, address = "/liaoning/login"): Promise<void> {
    await this.page.goto(address);
    await expect(this.tab("企业登录")).toHaveAttribute("aria-selected", "true");
    await expect(this.page.getByRole("radio", { name: "普通登录" })).toBeChecked();
    await this.textbox("纳税人识别号").fill(taxpayerId);
    await this.textbox("企业密码").fill(password);
    await this.submit();
  }

  /** Ticks what has to be ticked and presses 「登录」. */
  async submit(): Promise<void> {
    await this.page.getByRole("checkbox", { name: "同意协议" }).check();
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.button("登录").click();
  }

  /** 密码登录 of a person. */
  async provePassword(name: string, password: string): Promise<void> {
    await this.person(name).check();
    await this.tab("密码登录").click();
    await this.textbox("个人登录密码").fill(password);
    await this.button("确定").click();
  }

  async expectAlert(text: string | RegExp): Promise<void> {
    await expect(this.alert.filter({ hasText: text })).toBeVisible();
  }
}
