import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";

/** Why this session changes nothing any more: its phone has gone to somebody else (B15); with the ways out. */
export function SecondFactorLost({ region }: { region: string }) {
  return (
    <Alert tone="warning" title={messageOf({ code: "SECOND_FACTOR_LOST" })} className="mb-6">
      <p>
        可以
        <Link className="link mx-1" href={`/${region}/account/real-name`}>
          扫脸认证
        </Link>
        ，或退出后重新登录；没有手机号码的，可以
        <Link prefetch={false} className="link mx-1" href={`/${region}/find-phone`}>
          找回手机号码
        </Link>
      </p>
    </Alert>
  );
}
