import { expect, type Locator, type Page } from "@playwright/test";

/** 企业人员维护 of a bureau, and its pages. */
export class PersonnelPage {
  readonly done: Locator;

  constructor(readonly page: Page) {
    this.done = page.getByRole("main").getByRole("status");
  }

  async open(path = ""): Promise<void> {
    await this.page.goto(`/liaoning/account/personnel${path}`);
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  textbox(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  row(name: string): Locator {
    return this.page.getByRole("main").getByRole("row").filter({ hasText: name });
  }

  /** Presses a row's button, confirms it, and waits until it is said to be done. */
  async press(name: string, button: string, confirm: string): Promise<void> {
    await this.row(name).getByRole("button", { name: button, exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: confirm }).click();
    await expect(this.done.filter({ hasText: name })).toBeVisible();
  }

  /** The text message asked for after a login by two passwords. */
  async stepUp(code: () => Promise<string>): Promise<void> {
    await this.button("获取验证码").click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    await this.textbox("短信验证码").fill(await code());
    await this.button("确定").click();
    await expect(this.button("获取验证码")).toBeHidden();
  }

  /** 搜索 of 添加办税人员. */
  async search(person: { name: string; documentNumber: string }): Promise<void> {
    await this.textbox("姓名").fill(person.name);
    await this.page.getByRole("combobox", { name: "身份证件类型" }).selectOption("居民身份证");
    await this.textbox("身份证件号码").fill(person.documentNumber);
    await this.button("搜索").click();
  }
}
