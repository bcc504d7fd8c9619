import { useTexts } from "#use-texts";
import { useAreaProblemText } from "@/components/texts/use-area-problem-text";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { LOGIN_MESSAGES } from "@/lib/messages/login";

/** The person has no phone a code could go to (L5): scan instead, or find the phone. */
export function PhoneEmpty({ region }: { region: string }) {
  const t = useTexts();
  const problemText = useAreaProblemText(LOGIN_MESSAGES);
  return (
    <Alert
      tone="warning"
      role="alert"
      title={problemText({ code: "PHONE_EMPTY" })}
      className="mb-6"
    >
      <p>
        {t("一个手机号码只能绑定一个人，您的号码可能已被他人验证使用。")}
        <Link className="link" href={`/${region}/find-phone`}>
          {t("找回手机号码")}
        </Link>
      </p>
    </Alert>
  );
}
