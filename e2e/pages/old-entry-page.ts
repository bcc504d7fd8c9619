import { expect, type Locator, type Page } from "@playwright/test";

/** What the old entries of all styles have in common: tabs, fields, a choice of people, one problem at a time. */
export class OldEntryPage {
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

  /** Ticks what has to be ticked and presses 「登录」. */
  async submit(): Promise<void> {
    await this.page.getByRole("checkbox", { name: "同意协议" }).check();
    await this.page.getByRole("checkbox", { name: "人机验证" }).check();
    await this.button("登录").click();
  }

  async expectAlert(text: string | RegExp): Promise<void> {
    await expect(this.alert.filter({ hasText: text })).toBeVisible();
  }
}
