import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD } from "../fixtures/demo";

export type Entry = "企业业务" | "自然人业务" | "代理业务" | "特定主体";

/** What is typed into the login form; what is left out is not touched. */
export type Credentials = {
  account: string;
  password?: string;
  taxpayerId?: string;
  projectKind?: string;
};

/** `/R/login` in the unified style. */
export class LoginPage {
  readonly alert: Locator;
  readonly taxpayerId: Locator;
  readonly account: Locator;
  readonly password: Locator;
  readonly projectKind: Locator;
  readonly humanCheck: Locator;
  readonly agreement: Locator;
  readonly submitButton: Locator;

  constructor(readonly page: Page) {
    // The framework's own announcer of routes is an alert, too.
    this.alert = page.getByRole("main").getByRole("alert");
    this.taxpayerId = page.getByRole("textbox", { name: "统一社会信用代码/纳税人识别号" });
    this.account = page.getByRole("textbox", { name: "居民身份证号码/手机号码/用户名" });
    this.password = page.getByRole("textbox", { name: "个人用户密码" });
    this.projectKind = page.getByRole("combobox", { name: "特定主体类型" });
    this.humanCheck = page.getByRole("checkbox", { name: "人机验证" });
    this.agreement = page.getByRole("checkbox", {
      name: "我已阅读并同意用户服务协议、隐私政策",
    });
    this.submitButton = page.getByRole("button", { name: "登录", exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole("main").getByRole("link", { name, exact: true });
  }

  async open(region = "shandong", entry: Entry = "企业业务"): Promise<void> {
    await this.page.goto(`/${region}/login/unified`);
    if (entry === "特定主体") await this.link("特定主体登录").click();
    else await this.tab(entry).click();
    await expect(this.tab(entry)).toHaveAttribute("aria-selected", "true");
  }

  async fill({ account, password = PASSWORD, taxpayerId, projectKind }: Credentials) {
    if (projectKind) await this.projectKind.selectOption({ label: projectKind });
    if (taxpayerId !== undefined) await this.taxpayerId.fill(taxpayerId);
    await this.account.fill(account);
    await this.password.fill(password);
  }

  /** Fills in everything and presses 「登录」. */
  async submit(credentials: Credentials): Promise<void> {
    await this.fill(credentials);
    await this.agreement.check();
    await this.humanCheck.check();
    await this.submitButton.click();
  }

  /** The whole first factor from the address on. */
  async enter(region: string, entry: Entry, credentials: Credentials): Promise<void> {
    await this.open(region, entry);
    await this.submit({
      ...(entry === "特定主体" && { projectKind: "跨区域报验户" }),
      ...credentials,
    });
  }

  /** The summary says a sentence word for word. */
  async expectAlert(text: string | RegExp): Promise<void> {
    await expect(this.alert.getByText(text, { exact: true })).toBeVisible();
  }

  /** A field is marked and described by a sentence of its own. */
  async expectFieldError(field: Locator, text: string | RegExp): Promise<void> {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(text);
  }
}
