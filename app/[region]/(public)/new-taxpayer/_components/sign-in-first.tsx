import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";

type SignInFirstProps = {
  region: string;
  /** Signed in, but acting for an enterprise. */
  signedIn: boolean;
};

/** Who is not here as a natural person: how to come back as one. */
export function SignInFirst({ region, signedIn }: SignInFirstProps) {
  return (
    <>
      <Alert title={signedIn ? "请切换到自然人业务" : "请先登录"}>
        <p>
          {signedIn
            ? "新办纳税人套餐由法定代表人本人办理。切换到自然人业务后，再回到本页。"
            : "请法定代表人从“自然人业务”登录，登录后再从首页“公众服务”进入“新办纳税人套餐”。"}
        </p>
      </Alert>
      <div className="mt-6 flex flex-wrap gap-3">
        {signedIn ? (
          <Link href={`/${region}/account/switch`} className={buttonClass("primary")}>
            去切换身份
          </Link>
        ) : (
          <>
            <Link href={`/${region}/login`} className={buttonClass("primary")}>
              去登录
            </Link>
            <Link href={`/${region}/register`} className={buttonClass("secondary")}>
              还没有账户，去注册
            </Link>
          </>
        )}
      </div>
    </>
  );
}
