import type { Metadata } from "next";
import { personnelStepUp } from "@/lib/server/personnel/access";
import { SmsStepUp } from "../../../_components/sms-step-up";
import { openPersonnel } from "../_components/open-personnel";
import { PersonnelPage } from "../_components/personnel-page";
import { ReplacePasswordForm } from "../_components/replace-password-form";
import { changeEnterprisePasswordAction } from "../actions";

const TITLE = "修改企业密码";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }> };

/** 修改企业密码 (辽宁 三(二)2), for 法定代表人 and 财务负责人 only. */
export default async function EnterprisePasswordPage({ params }: Props) {
  const opened = await openPersonnel(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session } = opened;
  return (
    <PersonnelPage
      region={region.slug}
      title={TITLE}
      about="旧版登录时首先填写的密码。修改后本次登录继续有效，本企业其他人由旧版进行的登录全部结束。"
    >
      {personnelStepUp(session, "OTHER") ? (
        <SmsStepUp />
      ) : (
        <ReplacePasswordForm
          label={TITLE}
          hint="字母区分大小写；不能与您的个人登录密码相同"
          done="企业密码已修改，请告知需要使用旧版登录的人员"
          identityVersion={session.identityVersion}
          action={changeEnterprisePasswordAction}
        />
      )}
    </PersonnelPage>
  );
}
