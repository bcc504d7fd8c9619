import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { grantableName } from "@/lib/domain/grantable-functions";
import { roleLabel } from "@/lib/labels";
import type { GrantedUser } from "@/lib/server/grants/users";
import { Reason } from "../../_components/relation-cells";

const STANDING = {
  BOUND: "已绑定",
  ADDED: "企业添加，仅用于本地旧版登录",
  LISTED: "仅税务登记，只能使用短信验证",
} as const;

/** Functions named in a row; more are counted. */
const NAMED = 3;

/** The users with what they have, and 「授权」 or why not. */
export function UserTable({ rows, grants }: { rows: readonly GrantedUser[]; grants: string }) {
  return (
    <ResponsiveTable
      caption="授权信息"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "person",
          header: "姓名",
          cell: ({ id, name, maskedDocumentNumber }) => (
            <span id={`of-${id}`}>
              <span className="block">{name}</span>
              <span className="block break-all text-muted text-sm tabular-nums">
                {maskedDocumentNumber}
              </span>
            </span>
          ),
        },
        {
          key: "role",
          header: "身份",
          cell: ({ role, primary, frozen, standing }) => (
            <>
              <span className="block">{roleLabel(role, primary)}</span>
              <span className="block text-muted text-sm">{STANDING[standing]}</span>
              {frozen && <Badge tone="warning">已冻结</Badge>}
            </>
          ),
        },
        { key: "functions", header: "功能权限", cell: ({ functions }) => functionNames(functions) },
        {
          key: "action",
          header: "操作",
          cell: ({ id, refusal }) =>
            refusal ? (
              <Reason code={refusal} />
            ) : (
              <form action={`${grants}/${id}`}>
                <Button type="submit" variant="secondary" aria-describedby={`of-${id}`}>
                  授权
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

function functionNames(codes: readonly string[]): string {
  const names = codes.flatMap((code) => grantableName(code) ?? []);
  if (names.length === 0) return "无";
  const rest = names.length > NAMED ? `等${names.length}项` : "";
  return `${names.slice(0, NAMED).join("、")}${rest}`;
}
