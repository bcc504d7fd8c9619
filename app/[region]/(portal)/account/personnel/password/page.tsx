import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { handlerPasswordObstacle } from "@/lib/server/personnel/passwords";
import { openOwnPassword } from "../_components/open-personnel";
import { PersonnelPage } from "../_components/personnel-page";
import { ReplacePasswordForm } from "../_components/replace-password-form";
import { changeHandlerPasswordAction } from "../actions";

const TITLE = "修改密码";

export const metadata: Metadata = { title: TITLE };

/** 修改密码 (辽宁 三(二)1): one's own 个人登录密码, whatever one's role. */
export default async function OwnPasswordPage({ params }: { params: Promise<{ region: string }> }) {
  const opened = await openOwnPassword(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, now } = opened;
  const obstacle = await handlerPasswordObstacle(session, now);
  return (
    <PersonnelPage
      region={region.slug}
      title={TITLE}
      about="您在本企业的个人登录密码：旧版登录选择人员后填写的密码，与企业密码、自然人登录密码不同。被重置过的，旧密码为111111。"
    >
      {obstacle ? (
        <Alert tone="info" title={messageOf({ code: obstacle })}>
          {obstacle !== "HANDLER_PASSWORD_IS_BOUND" && (
            <p>请在旧版登录选择密码登录，再以短信登录，系统会请您设置个人登录密码。</p>
          )}
        </Alert>
      ) : (
        <ReplacePasswordForm
          label={TITLE}
          hint="字母区分大小写；不能与企业密码相同，不能包含您的证件号码、手机号码、用户名"
          done="个人登录密码已修改，以原密码登录的其他会话已结束"
          identityVersion={session.identityVersion}
          action={changeHandlerPasswordAction}
        />
      )}
    </PersonnelPage>
  );
}
