import { expect, type Locator, type Page } from "@playwright/test";
import { Outbox } from "./outbox";

/** `/R/forgot-password`, `/R/find-phone`, and the forms of the account centre that ask for the same: codes and new passwords. */
export class RecoveryPage {
  readonly alert: Locator;
  readonly humanCheck: Locator;
  readonly nextButton: Locator;
  readonly sendButton: Locator;
  readonly code: Locator;
  readonly newPassword: Locator;
  readonly confirmPassword: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
    this.humanCheck = page.getByRole("checkbox", { name: "人机验证" });
    this.nextButton = page.getByRole("button", { name: "下一步" });
    this.sendButton = page.getByRole("button", { name: "获取验证码" });
    this.code = page.getByRole("textbox", { name: "短信验证码" });
    this.newPassword = page.getByRole("textbox", { name: "新密码", exact: true });
    this.confirmPassword = page.getByRole("textbox", { name: "确认新密码" });
  }

  /** First step of 忘记密码. */
  async forget(region: string, account: string): Promise<void> {
    await this.page.goto(`/${region}/forgot-password`);
    await this.page.getByRole("textbox", { name: "证件号码/手机号码" }).fill(account);
    await this.humanCheck.check();
    await this.nextButton.click();
  }

  /** First step of 找回手机号码. */
  async lose(region: string, account: string, password: string): Promise<void> {
    await this.page.goto(`/${region}/find-phone`);
    await this.page.getByRole("textbox", { name: "证件号码/用户名" }).fill(account);
    await this.page.getByRole("textbox", { name: "个人用户密码" }).fill(password);
    await this.humanCheck.check();
    await this.nextButton.click();
  }

  /** Second step of 找回手机号码. */
  async bind(phone: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "新手机号码" }).fill(phone);
    await this.receiveCode(phone);
    await this.page.getByRole("button", { name: "确定" }).click();
  }

  /** Presses 「获取验证码」 and fills in what went to the phone. */
  async receiveCode(to: string): Promise<void> {
    await this.sendButton.click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    await this.code.fill(await new Outbox(this.page.request).newestCode(to));
  }

  async choosePassword(password: string, button: "提交" | "保存"): Promise<void> {
    await this.newPassword.fill(password);
    await this.confirmPassword.fill(password);
    await this.page.getByRole("button", { name: button }).click();
  }
}
