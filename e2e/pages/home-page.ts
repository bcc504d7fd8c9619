import { expect, type Locator, type Page } from "@playwright/test";

/** `/R/home` and the header of every signed-in page. */
export class HomePage {
  readonly banner: Locator;
  readonly signOutButton: Locator;
  readonly switchButton: Locator;
  readonly authorityButton: Locator;
  /** 搜索功能 in the header. */
  readonly search: Locator;

  constructor(readonly page: Page) {
    this.banner = page.getByRole("banner");
    this.signOutButton = this.banner.getByRole("button", { name: "退出", exact: true });
    this.switchButton = this.banner.getByRole("button", { name: "身份切换", exact: true });
    this.authorityButton = this.banner.getByRole("button", { name: "切换主管税务机关" });
    this.search = this.banner.getByRole("combobox", { name: "搜索功能" });
  }

  /** One of the six sections of functions. */
  section(name: string): Locator {
    return this.page.getByRole("navigation", { name: "功能区" }).getByRole("link", { name });
  }

  /** The lines of 常用功能, in their order. */
  get favourites(): Locator {
    return this.page.getByRole("region", { name: "常用功能" }).getByRole("listitem");
  }

  /** On a phone the buttons of the header are behind 「菜单」. */
  async openMenu(): Promise<void> {
    await this.banner.locator("summary").tap();
  }

  /** The page is that of a bureau, and its header names the person and whom they act for. */
  async expectActing(region: string, person: string, ...identity: string[]): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/${region}/home$`));
    await expect(this.banner).toContainText(`欢迎，${person}`);
    for (const text of identity) await expect(this.banner).toContainText(text);
  }
}
