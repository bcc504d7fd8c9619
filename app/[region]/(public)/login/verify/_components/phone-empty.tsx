import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";

/** The person has no phone a code could go to (L5): scan instead, or find the phone. */
export function PhoneEmpty({ region }: { region: string }) {
  return (
    <Alert tone="warning" role="alert" title={messageOf({ code: "PHONE_EMPTY" })} className="mb-6">
      <p>
        一个手机号码只能绑定一个人，您的号码可能已被他人验证使用。
        <Link prefetch={false} className="link" href={`/${region}/find-phone`}>
          找回手机号码
        </Link>
      </p>
    </Alert>
  );
}
