import type { Locator, Page } from "@playwright/test";

/** `/R/login/identity`: the choice of role, client or project. */
export class IdentityPage {
  readonly alert: Locator;
  readonly enterButton: Locator;
  readonly projectSearch: Locator;
  readonly projectKind: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
    this.enterButton = page.getByRole("button", { name: "进入", exact: true });
    this.projectSearch = page.getByRole("searchbox", { name: /编号/ });
    this.projectKind = page.getByRole("combobox", { name: "特定主体类型" });
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole("radio", { name });
  }

  async choose(name: string | RegExp): Promise<void> {
    await this.option(name).check();
    await this.enterButton.click();
  }
}
