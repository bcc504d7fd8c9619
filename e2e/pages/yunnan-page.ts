import { expect } from "@playwright/test";
import { OldEntryPage } from "./old-entry-page";

/** The old entry of yunnan (企业用户) and its steps. */
export class YunnanPage extends OldEntryPage {
  /** 用户名登录, or another of the four ways, up to 办税人员选择. */
  async enter(taxpayerId: string, password: string, way = "用户名登录"): Promise<void> {
    await this.page.goto("/yunnan/login");
    await this.tab(way).click();
    await expect(this.tab(way)).toHaveAttribute("aria-selected", "true");
    await this.textbox("社会信用代码或识别号").fill(taxpayerId);
    await this.textbox("密码").fill(password);
    await this.submit();
    await expect(this.page.getByRole("heading", { name: "办税人员选择" })).toBeVisible();
  }

  /** 密码验证 of a person. */
  async provePassword(name: string, password: string): Promise<void> {
    await this.person(name).check();
    await this.tab("密码验证").click();
    await this.textbox("密码").fill(password);
    await this.button("确定").click();
  }

  /** 短信验证 of a person; `code` gives what was sent. */
  async proveCode(name: string, code: () => Promise<string>): Promise<void> {
    await this.person(name).check();
    await this.tab("短信验证").click();
    await this.button("获取验证码").click();
    await expect(this.page.getByText("验证码已发送")).toBeVisible();
    await this.textbox("短信验证码").fill(await code());
    await this.button("确定").click();
  }
}
