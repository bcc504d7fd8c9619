import { expect, type Locator, type Page } from "@playwright/test";

/** A form of 我要办税, and the confirmation it leads to. */
export class FormPage {
  readonly alert: Locator;
  readonly confirmed: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("main").getByRole("alert");
    this.confirmed = page.getByRole("status").filter({ hasText: "提交成功，已生效" });
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      await this.page.getByRole("textbox", { name, exact: true }).fill(value);
    }
  }

  /** Days, typed into the browser's own date fields. */
  async period(from: string, to: string): Promise<void> {
    await this.page.getByLabel("有效期起", { exact: true }).fill(from);
    await this.page.getByLabel("有效期止", { exact: true }).fill(to);
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
  }

  /** What the confirmation says of one thing. */
  value(name: string): Locator {
    const term = this.page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
    return this.page.getByRole("main").locator("dl > div").filter({ has: term }).locator("dd");
  }

  async expectConfirmed(): Promise<void> {
    await expect(this.confirmed).toBeVisible();
    await expect(this.value("受理编号")).toHaveText(/税受\d{14}/);
  }
}
