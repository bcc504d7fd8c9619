import { expect, type Locator, type Page } from "@playwright/test";
import { Outbox } from "./outbox";

/** `/R/login/verify`: 身份验证. */
export class VerifyPage {
  readonly heading: Locator;
  readonly alert: Locator;
  readonly sendButton: Locator;
  readonly code: Locator;
  readonly submitButton: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: "身份验证" });
    this.alert = page.getByRole("main").getByRole("alert");
    this.sendButton = page.getByRole("button", { name: "获取验证码" });
    this.code = page.getByRole("textbox", { name: /^(短信|邮箱)验证码$/ });
    this.submitButton = page.getByRole("button", { name: "登录", exact: true });
  }

  /** Presses 「获取验证码」 and reads the code where it went. */
  async receiveCode(to: string): Promise<string> {
    await this.sendButton.click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    return new Outbox(this.page.request).newestCode(to);
  }

  async submit(code: string): Promise<void> {
    await this.code.fill(code);
    await this.submitButton.click();
  }

  /** The whole second factor. */
  async pass(to: string): Promise<void> {
    await this.submit(await this.receiveCode(to));
  }
}
