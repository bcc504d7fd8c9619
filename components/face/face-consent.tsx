import { ShieldCheck } from "lucide-react";

/** What is done with a face, told before the first picture (个人信息保护法 29, 30); pressing the button is the separate consent. */
export function FaceConsent({ button = "开始扫脸" }: { button?: string }) {
  return (
    <section
      aria-label="人脸信息处理说明"
      className="rounded-md border border-line bg-surface p-4 text-sm"
    >
      <p className="flex items-center gap-2 font-semibold">
        <ShieldCheck aria-hidden="true" className="size-5 shrink-0 text-accent" />
        人脸信息处理说明
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        <li>处理内容：摄像头拍摄的面部画面及其特征，属于敏感个人信息。</li>
        <li>用途：仅用于确认是您本人；比对完成后，本次画面不保存。</li>
        <li>您可以不同意，改用短信等其他方式，或到办税服务厅办理。</li>
      </ul>
      <p className="mt-2">点击“{button}”，即表示您单独同意上述处理。</p>
    </section>
  );
}
