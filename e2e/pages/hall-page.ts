import { expect, type Locator, type Page } from "@playwright/test";
import { VerifyPage } from "./verify-page";

const REASON = "本人到窗口办理";

/** Pages of the tax hall (办税服务厅). */
export class HallPage {
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
  }

  /** 设置密码 by the one-time link an officer was given. */
  async setPassword(link: string, employeeNumber: string, password: string): Promise<void> {
    await this.page.goto(link);
    await this.field("工号").fill(employeeNumber);
    await this.field("新密码").fill(password);
    await this.field("确认新密码").fill(password);
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.page.getByRole("button", { name: "设置密码" }).click();
    await expect(this.page).toHaveURL(/\/hall\/login/);
  }

  /** Both factors on the page that stands in the way of the hall. */
  async signIn(
    { employeeNumber, phone }: { employeeNumber: string; phone: string },
    password: string,
  ): Promise<void> {
    await this.field("工号").fill(employeeNumber);
    await this.field("密码").fill(password);
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.page.getByRole("button", { name: "登录", exact: true }).click();
    await new VerifyPage(this.page).pass(phone);
    await expect(this.page).toHaveURL(/\/hall$/);
  }

  /** Opens a function by its link in the navigation. */
  async open(name: string): Promise<void> {
    await this.page.goto("/hall");
    const navigation = this.page.getByRole("navigation", { name: "办税服务厅" });
    await navigation.getByRole("link", { name, exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** 查询 by number, with its reason, and on to what was found. */
  async lookUp(field: string, value: string): Promise<void> {
    await this.field(field).fill(value);
    await this.field("办理事由").fill(REASON);
    await this.page.getByRole("button", { name: "查询", exact: true }).click();
    const hit = this.page.getByRole("list", { name: "查询结果" }).getByRole("link");
    await hit.click();
  }

  /** Presses a button, gives the reason it asks for, and submits. */
  async act(button: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole("button", { name: button }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "办理事由" }).fill(REASON);
    await dialog.getByRole("button", { name: "提交" }).click();
    await expect(dialog).toBeHidden();
  }
}
