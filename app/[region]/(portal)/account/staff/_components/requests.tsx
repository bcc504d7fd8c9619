import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { functionRequests } from "@/lib/server/functions/requests";
import type { StaffViewer } from "./staff-viewer";

/** Functions that handlers and agents have asked for (B14), each with the way to grant it. Shows nothing when there is none. */
export async function Requests({ viewer, region }: { viewer: StaffViewer; region: string }) {
  const requests = await functionRequests(viewer.enterpriseId, viewer.now);
  if (requests.length === 0) return null;
  return (
    <Alert title="办税人员申请的功能" className="mb-6">
      <ul className="mt-1 grid gap-1">
        {requests.map(({ id, path, personName, functionName, requestedAt }) => (
          <li key={id}>
            {personName}申请“{functionName}”（{formatDay(dayOf(requestedAt))}），
            <Link href={`/${region}/account/${path}`} className="link">
              为{personName}授权
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
