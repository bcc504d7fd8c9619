import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { boxesOf, grantableName } from "@/lib/domain/grantable-functions";
import {
  type PermissionIdentityRow,
  permissionIdentities,
} from "@/lib/server/relations/permission-identities";
import { RelationButtons } from "../../_components/relation-buttons";
import { deletePermissionIdentityAction } from "../actions";
import { IdentityEditor } from "./identity-editor";
import type { StaffViewer } from "./staff-viewer";

type Props = { viewer: StaffViewer; identityVersion: number };

/** 权限身份 (E4, 辽宁 二 6–7): named sets of functions to give to handlers; add, change, delete. */
export async function PermissionIdentities({ viewer, identityVersion }: Props) {
  const rows = await permissionIdentities(viewer.enterpriseId);
  return (
    <>
      <p className="mb-4 text-muted">
        权限身份是一组功能，例如“开票岗”。添加办税人员或授权时可以直接勾选，修改后立即生效。
      </p>
      {rows.length > 0 ? (
        <ResponsiveTable
          caption="权限身份"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "权限身份名称",
              cell: ({ id, name, description }) => (
                <span id={`identity-${id}`}>
                  <span className="block">{name}</span>
                  <span className="block text-muted text-sm">{description}</span>
                </span>
              ),
            },
            { key: "functions", header: "功能", cell: functionsText },
            { key: "holders", header: "使用人数", cell: ({ holders }) => `${holders}人` },
            {
              key: "action",
              header: "操作",
              cell: (row) => <Change row={row} identityVersion={identityVersion} />,
            },
          ]}
        />
      ) : (
        <EmptyState title="还没有权限身份">添加后，可以在添加办税人员和授权时直接勾选。</EmptyState>
      )}
      <div className="mt-6">
        <IdentityEditor identityVersion={identityVersion} />
      </div>
    </>
  );
}

function Change({ row, identityVersion }: { row: PermissionIdentityRow; identityVersion: number }) {
  const { id, name, description, functions, holders } = row;
  return (
    <div className="flex flex-wrap gap-2">
      <IdentityEditor
        identityVersion={identityVersion}
        identity={{ id, name, description, functions: boxesOf(functions) }}
      />
      <RelationButtons
        act={deletePermissionIdentityAction}
        fields={{ permissionIdentityId: id, identityVersion }}
        describedBy={`identity-${id}`}
        buttons={[
          {
            action: "DELETE",
            label: "删除",
            done: `已删除权限身份“${name}”`,
            final: true,
            confirm: {
              title: `删除权限身份“${name}”`,
              consequences: [
                holders > 0
                  ? `${holders}名办税人员正在使用它，须先变更其授权，才能删除；`
                  : "没有办税人员正在使用它；",
                "删除后不能恢复，需要时重新添加。",
              ],
              label: "确认删除",
            },
          },
        ]}
      />
    </div>
  );
}

/** The functions of a permission identity by name; a few of many. */
function functionsText({ functions }: PermissionIdentityRow): string {
  const names = functions.map((code) =>
    code === "*" ? "全部功能" : (grantableName(code) ?? code),
  );
  const shown = names.slice(0, 4).join("、");
  return names.length > 4 ? `${shown}等${names.length}项` : shown;
}
