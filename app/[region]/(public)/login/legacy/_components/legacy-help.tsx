import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** What to do about a refusal of the old entry (辽宁 二, 三, 七). */
export function LegacyHelp({ region, code }: { region: string; code: string }): ReactNode {
  switch (code) {
    case "FLOW_EXPIRED":
    case "CODE_USED":
    case "CODE_TRIES_USED_UP":
      return <HelpLink href={`/${region}/login/legacy`}>返回登录</HelpLink>;
    case "LEGACY_ENDED":
    case "NEW_TAXPAYER_UNIFIED":
    case "BOUND_PASSWORD_NOT_CHOSEN":
      return <HelpLink href={`/${region}/login/unified`}>新版登录</HelpLink>;
    case "PERSON_NOT_REGISTERED":
      return <HelpLink href={`/${region}/register`}>去用户注册</HelpLink>;
    case "ENTERPRISE_PASSWORD_WRONG":
    case "LEGACY_LOCKED":
      return (
        <>
          忘记企业密码，或以前只使用短信登录的，
          <HelpLink href={`/${region}/forgot-password/enterprise`}>请找回企业密码</HelpLink>
        </>
      );
    case "ENTERPRISE_UNCONFIRMED":
      return <HelpLink href={`/${region}/new-taxpayer`}>了解新办纳税人套餐服务</HelpLink>;
    case "REGISTRY_PERSON_MISSING":
      return "先在“变更税务登记-办税人员信息”中增加该人员，由本人采集实名信息，再由法定代表人或财务负责人授权；以上也可以到办税服务厅办理。";
    case "HANDLER_LOCKED":
    case "HANDLER_FROZEN":
      return "请由法定代表人或财务负责人登录后，在人员管理中解冻。";
    case "HANDLER_NOT_COLLECTED":
      return (
        <>
          请由本人到办税服务厅采集，或登录税务局的手机APP，在【服务】中点击【采集实名信息】。
          <HelpLink href="/app/tax/collect">采集实名信息</HelpLink>
        </>
      );
    case "HANDLER_NOT_SET_UP":
    case "QUICK_PERSON_UNKNOWN":
      return "请由法定代表人或财务负责人登录，先维护身份信息，再添加已实名采集的办税人员；手机号码须为实名采集的号码。";
    case "REGISTRY_MOBILE_DIFFERS":
      return "请核实税务登记中的移动电话号码，变更登记或重新采集实名信息，使两者相同后再同步办税人。";
    case "REGISTRY_LANDLINE_ONLY":
      return "请变更税务登记，把手机号码改到【移动电话】项目内，再获取验证码。";
    case "REGISTRY_PHONE_EMPTY":
      return "请变更税务登记，填写移动电话，或重新采集实名信息。";
    case "HANDLER_PASSWORD_EXPIRED":
    case "HANDLER_PASSWORD_NOT_SET":
      return "请选择短信登录，通过验证码登录后设置个人登录密码，以后即可以密码方式登录。";
    case "NOT_BOUND":
      return (
        <>
          请办理
          <HelpLink href={`/${region}/register`}>企业用户注册</HelpLink>
          ，或由法定代表人、财务负责人在“授权信息”中添加为用户。
        </>
      );
    case "HANDLER_SMS_ONLY":
      return (
        <>
          请改用短信验证。办理
          <HelpLink href={`/${region}/register`}>企业用户注册</HelpLink>
          ，或由法定代表人、财务负责人在“授权信息”中添加为用户后，可以使用密码。
        </>
      );
    case "HANDLER_PASSWORD_WRONG":
      return "忘记个人登录密码的，请由法定代表人或财务负责人重置，或改用短信验证。";
    case "BOUND_PASSWORD_WRONG":
      return <HelpLink href={`/${region}/forgot-password`}>忘记密码</HelpLink>;
    default:
      return null;
  }
}

function HelpLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link" href={href}>
      {children}
    </Link>
  );
}
