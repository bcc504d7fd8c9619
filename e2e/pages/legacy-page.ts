import { expect } from "@playwright/test";
import { OldEntryPage } from "./old-entry-page";

/** The old entry (旧版登录) of a bureau and its steps. */
export class LegacyPage extends OldEntryPage {
  /** 普通登录 from the address on, with 纳税人识别号 and 企业密码. */
  async enter(taxpayerId: string, password: string, address = "/liaoning/login"): Promise<void> {
    await this.page.goto(address);
    await expect(this.tab("企业登录")).toHaveAttribute("aria-selected", "true");
    await expect(this.page.getByRole("radio", { name: "普通登录" })).toBeChecked();
    await this.textbox("纳税人识别号").fill(taxpayerId);
    await this.textbox("企业密码").fill(password);
    await this.submit();
  }

  /** 密码登录 of a person. */
  async provePassword(name: string, password: string): Promise<void> {
    await this.person(name).check();
    await this.tab("密码登录").click();
    await this.textbox("个人登录密码").fill(password);
    await this.button("确定").click();
  }
}
