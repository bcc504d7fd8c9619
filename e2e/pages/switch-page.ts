import type { Locator, Page } from "@playwright/test";

/** `/R/account/switch` and 「企业内身份切换」: rows of identities with 「切换」. */
export class SwitchPage {
  readonly search: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole("searchbox", { name: "搜索" });
    this.alert = page.getByRole("main").getByRole("alert");
  }

  async open(region = "shandong"): Promise<void> {
    await this.page.goto(`/${region}/account/switch`);
  }

  /** The row that names all of the texts. */
  row(...texts: string[]): Locator {
    let rows = this.page.getByRole("main").getByRole("row");
    for (const text of texts) rows = rows.filter({ hasText: text });
    return rows;
  }

  async switchTo(...texts: string[]): Promise<void> {
    await this.row(...texts)
      .getByRole("button", { name: "切换", exact: true })
      .click();
  }
}
