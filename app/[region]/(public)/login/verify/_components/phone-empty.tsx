import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { messageOf } from "@/lib/messages";

/** The person has no phone a code could go to (L5): what to do instead. */
export function PhoneEmpty({ region }: { region: string }) {
  return (
    <div className="grid gap-6">
      <Alert tone="warning" role="alert" title={messageOf({ code: "PHONE_EMPTY" })}>
        一个手机号码只能绑定一个人，您的号码可能已被他人验证使用。
      </Alert>
      <div className="flex flex-wrap gap-3">
        <Link prefetch={false} className={buttonClass("primary")} href={`/${region}/find-phone`}>
          找回手机号码
        </Link>
        <Link prefetch={false} className={buttonClass("secondary")} href={`/${region}/login`}>
          返回登录
        </Link>
      </div>
    </div>
  );
}
