import type { Locator, Page } from "@playwright/test";

const REASON = "核心征管数据迁移";

/** 数据导入 in the tax hall. */
export class ImportPage {
  constructor(readonly page: Page) {}

  /** 「新建导入」, up to the page of the run. */
  async begin(kind: string): Promise<void> {
    await this.page.goto("/hall/imports");
    await this.page.getByLabel("数据种类").selectOption({ label: kind });
    await this.page.getByRole("form", { name: "新建导入" }).getByLabel("办理事由").fill(REASON);
    await this.page.getByRole("button", { name: "提交", exact: true }).click();
    await this.page.waitForURL(/\/hall\/imports\/[0-9a-f-]{36}$/);
  }

  async upload(name: string, content: string): Promise<void> {
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(content) };
    await this.page.getByLabel(/CSV文件/).setInputFiles(file);
    await this.page.getByRole("button", { name: "上传" }).click();
  }

  said(text: string): Locator {
    return this.page.getByRole("status").filter({ hasText: text });
  }

  finding(text: string): Locator {
    return this.page.getByRole("row").filter({ hasText: text });
  }
}
