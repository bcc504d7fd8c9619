import { expect, type Locator, type Page } from "@playwright/test";
import { LoginPage } from "./login-page";

/** `/R/login/certificate`: 税务数字证书登录, then 办税人员选择. */
export class CertificatePage {
  readonly heading: Locator;
  readonly file: Locator;
  readonly passphrase: Locator;
  readonly submitButton: Locator;
  readonly peopleHeading: Locator;
  readonly nextButton: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: "税务数字证书登录" });
    this.file = page.getByLabel("证书文件");
    this.passphrase = page.getByRole("textbox", { name: "证书口令" });
    this.submitButton = page.getByRole("button", { name: "登录", exact: true });
    this.peopleHeading = page.getByRole("heading", { name: "办税人员选择" });
    this.nextButton = page.getByRole("button", { name: "下一步", exact: true });
  }

  /** From the bureau's login page by its link. */
  async open(region: string): Promise<void> {
    const login = new LoginPage(this.page);
    await login.open(region);
    await login.link("税务数字证书登录").click();
    await expect(this.heading).toBeVisible();
  }

  async submit(file: string | { name: string; buffer: Buffer }, passphrase: string) {
    await this.choose(file);
    await this.passphrase.fill(passphrase);
    const { humanCheck, agreement } = new LoginPage(this.page);
    await humanCheck.check();
    await agreement.check();
    await this.submitButton.click();
  }

  async choose(file: string | { name: string; buffer: Buffer }): Promise<void> {
    const chosen = typeof file === "string" ? file : { ...file, mimeType: "application/x-pkcs12" };
    await this.file.setInputFiles(chosen);
  }

  person(name: string): Locator {
    return this.page.getByRole("radio", { name });
  }
}
