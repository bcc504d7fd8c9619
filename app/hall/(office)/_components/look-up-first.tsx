import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { messageOf } from "@/lib/messages";

/** A person or an enterprise that was not looked up, or too long ago. */
export function LookUpFirst({ href }: { href: string }) {
  return (
    <>
      <PageHeading title="请先查询" />
      <Alert tone="warning" title={messageOf({ code: "LOOK_UP_FIRST" })}>
        <p className="mt-2">
          <Link href={href} className="link">
            前往查询
          </Link>
        </p>
      </Alert>
    </>
  );
}
