import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "实名认证", robots: { index: false } };

/** Where 支付宝 and 微信 send the phone afterwards. It decides nothing: the portal asks the provider itself. */
export default function VerifiedPage() {
  return (
    <div className="grid justify-items-center gap-4 py-8 text-center">
      <CircleCheck aria-hidden="true" className="size-16 text-accent" />
      <h1 className="text-xl">认证已提交</h1>
      <p role="status" className="text-muted">
        请回到电脑网页查看结果，本页面可以关闭
      </p>
    </div>
  );
}
