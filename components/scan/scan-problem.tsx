import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import type { Problem } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";

/** Why a scanned code does not go on; 个人所得税APP without a real name is led to both places where one gets it (山东 17, 青岛 11). */
export function ScanProblem({ problem, portal }: { problem: Problem; portal: string }) {
  return (
    <Alert tone="danger" role="alert" title={messageOf(problem)}>
      {problem.code === "IIT_NOT_REAL_NAMED" && (
        <ul className="mt-1 grid gap-1">
          <li>
            <Link className="link inline-flex min-h-11 items-center" href={`${portal}/register`}>
              在电子税务局完成用户注册和实名认证
            </Link>
          </li>
          <li>
            <Link className="link inline-flex min-h-11 items-center" href="/app/iit/collect">
              在个人所得税APP采集实名信息
            </Link>
          </li>
        </ul>
      )}
    </Alert>
  );
}
