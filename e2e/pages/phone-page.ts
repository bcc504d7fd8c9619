import { expect, type Locator, type Page } from "@playwright/test";
import type { ScanPanel } from "./scan-panel";

/** A scanned code on the phone. */
export class PhonePage {
  readonly numbers: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.numbers = page.getByRole("group", { name: "请选择网页上显示的数字" });
    this.alert = page.getByRole("main").getByRole("alert");
  }

  /** Opens the code a panel shows. */
  async scan(panel: ScanPanel): Promise<void> {
    await this.page.goto(await panel.link());
  }

  async choose(number: string): Promise<void> {
    await this.numbers.getByRole("button", { name: number, exact: true }).click();
  }

  async press(name: "确认登录" | "取消" | "开始扫脸"): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Scans, chooses the number shown on the web, and presses the button. */
  async confirm(panel: ScanPanel, button: "确认登录" | "开始扫脸" = "确认登录"): Promise<void> {
    await this.scan(panel);
    await this.choose(await panel.number());
    await this.press(button);
  }

  async expectDone(text: "已确认" | "已取消"): Promise<void> {
    await expect(this.page.getByRole("heading", { name: text })).toBeVisible();
  }
}
