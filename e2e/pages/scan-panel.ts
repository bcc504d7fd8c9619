import { expect, type Locator, type Page } from "@playwright/test";

/** A code on the web: 登录二维码 or 扫脸验证二维码. */
export class ScanPanel {
  readonly status: Locator;

  constructor(
    readonly page: Page,
    readonly imageName: "登录二维码" | "扫脸验证二维码",
  ) {
    this.status = page.getByRole("status").filter({ hasText: /扫描|确认|取消|过期/ });
  }

  /** The link of the code, once it is shown. */
  async link(): Promise<string> {
    await expect(this.page.getByRole("img", { name: this.imageName })).toBeVisible();
    const link = this.page.getByRole("link", { name: "在手机上打开" });
    return (await link.getAttribute("href")) ?? "";
  }

  /** 验证数字. */
  async number(): Promise<string> {
    const text = await this.page.getByText(/验证数字\s*\d{2}/).textContent();
    return /\d{2}/.exec(text ?? "")?.[0] ?? "";
  }
}
