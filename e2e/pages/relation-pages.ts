import type { Locator, Page } from "@playwright/test";

/** What 企业授权管理 and 人员权限管理 share: tabs of rows with buttons, and a line that says what was done. */
class RelationPage {
  readonly done: Locator;

  constructor(
    readonly page: Page,
    readonly path: string,
  ) {
    this.done = page.getByRole("main").getByRole("status");
  }

  async open(tab?: string): Promise<void> {
    await this.page.goto(this.path);
    if (tab) await this.tab(tab);
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name, exact: true }).click();
  }

  /** The row that names all of the texts. */
  row(...texts: string[]): Locator {
    let rows = this.page.getByRole("main").getByRole("row");
    for (const text of texts) rows = rows.filter({ hasText: text });
    return rows;
  }

  /** Presses a row's button, and confirms in the dialog when there is one to confirm. */
  async press(row: Locator, button: string, confirm?: string): Promise<void> {
    await row.getByRole("button", { name: button, exact: true }).click();
    if (confirm) {
      await this.page.getByRole("dialog").getByRole("button", { name: confirm }).click();
    }
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }
}

/** `/R/account/authorizations`. */
export class AuthorizationsPage extends RelationPage {
  constructor(page: Page, region = "shandong") {
    super(page, `/${region}/account/authorizations`);
  }

  async apply(creditCode: string, role: string): Promise<void> {
    await this.tab("申请企业授权");
    await this.fill({ "统一社会信用代码/纳税人识别号": creditCode });
    await this.page.getByRole("combobox", { name: "申请身份" }).selectOption(role);
    await this.page.getByRole("button", { name: "提交申请" }).click();
  }
}

/** `/R/account/staff`. */
export class StaffPage extends RelationPage {
  constructor(page: Page, region = "shandong") {
    super(page, `/${region}/account/staff`);
  }

  async add(person: { name: string; documentNumber: string }, role: string): Promise<void> {
    await this.tab("添加办税人员");
    await this.fill({ 姓名: person.name, 身份证件号码: person.documentNumber });
    await this.page.getByRole("combobox", { name: "身份证件类型" }).selectOption("居民身份证");
    await this.page.getByRole("combobox", { name: "身份", exact: true }).selectOption(role);
    await this.page.getByRole("button", { name: "提交", exact: true }).click();
  }
}
