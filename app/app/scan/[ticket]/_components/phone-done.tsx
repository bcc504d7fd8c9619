import { CircleCheck, CircleX } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";

const DONE: Record<string, string> = {
  LOGIN: "请回到网页继续",
  REAL_NAME: "您的个人实名等级为四级",
  STEP_UP: "请回到网页继续办理",
  UNLOCK: "账号已解锁，请回到网页重新登录",
  FORGOT_PASSWORD: "请回到网页设置新密码",
  CHANGE_PASSWORD: "请回到网页设置新密码",
  CLOSE_ACCOUNT: "请回到网页确认注销",
  REGISTER: "人脸识别认证已通过，请回到注册页面继续",
};

/** How it ended on the phone. */
export function PhoneDone({
  confirmed,
  purpose,
  home,
  goOn,
}: {
  confirmed: boolean;
  purpose: string;
  home: string;
  /** The page of this very browser that showed the code. */
  goOn: string | null;
}) {
  const Icon = confirmed ? CircleCheck : CircleX;
  return (
    <div className="grid justify-items-center gap-4 py-8 text-center">
      <Icon
        aria-hidden="true"
        className={confirmed ? "size-16 text-success" : "size-16 text-muted"}
      />
      <h1 className="text-xl">{confirmed ? "已确认" : "已取消"}</h1>
      <p role="status" className="text-muted">
        {confirmed ? (DONE[purpose] ?? "请回到网页继续") : "网页上的操作不会继续"}
      </p>
      {confirmed && goOn ? (
        <Link href={goOn} className={buttonClass("primary")}>
          继续
        </Link>
      ) : (
        <Link href={home} className={buttonClass("secondary")}>
          返回
        </Link>
      )}
    </div>
  );
}
