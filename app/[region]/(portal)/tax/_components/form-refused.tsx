import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { messageOf } from "@/lib/messages";

type FormRefusedProps = { region: string; title: string; reason: string };

/** In place of a form: why this identity may not file it, and where to go. */
export function FormRefused({ region, title, reason }: FormRefusedProps) {
  return (
    <>
      <PageHeading title={title} />
      <Alert tone="warning" title="当前身份不能办理该事项">
        <p>{messageOf({ code: reason })}。</p>
      </Alert>
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region}/account/switch`} className={buttonClass("primary")}>
          选择其他身份
        </Link>
        <Link href={`/${region}/home`} className={buttonClass("secondary")}>
          返回首页
        </Link>
      </div>
    </>
  );
}
