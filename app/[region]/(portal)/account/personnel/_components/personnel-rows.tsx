import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import {
  PERSONNEL_ACTIONS,
  type PersonnelAction,
  RESET_PASSWORD,
  RESET_PASSWORD_HOURS,
} from "@/lib/domain/personnel-actions";
import { isManager } from "@/lib/domain/relation-rules";
import { roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import type { PersonnelRow } from "@/lib/server/personnel/list";
import { RelationButtons, type RowButton } from "../../_components/relation-buttons";
import { Reason } from "../../_components/relation-cells";
import { personnelAction } from "../actions";

type PersonnelRowsProps = {
  rows: readonly PersonnelRow[];
  region: string;
  identityVersion: number;
  /** Whether this session may change people now. */
  proved: boolean;
};

/** The people of the old entry, each with 授权 and the buttons of 辽宁 三(一). */
export function PersonnelRows({ rows, region, identityVersion, proved }: PersonnelRowsProps) {
  return (
    <ResponsiveTable
      caption="企业人员"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "person", header: "姓名", cell: (row) => <Person row={row} /> },
        { key: "role", header: "身份", cell: (row) => <RoleAndIdentities row={row} /> },
        { key: "state", header: "状态", cell: (row) => <State row={row} /> },
        {
          key: "action",
          header: "操作",
          cell: (row) =>
            proved ? (
              <Buttons row={row} region={region} identityVersion={identityVersion} />
            ) : (
              <span className="text-muted text-sm">短信验证后可以办理</span>
            ),
        },
      ]}
    />
  );
}

function Person({ row }: { row: PersonnelRow }) {
  const { id, name, maskedDocumentNumber, maskedPhone } = row;
  return (
    <span id={`of-${id}`}>
      <span className="block">{name}</span>
      <span className="block break-all text-muted text-sm tabular-nums">
        {maskedDocumentNumber}
      </span>
      <span className="block whitespace-nowrap text-muted text-sm tabular-nums">
        {maskedPhone ?? "没有手机号码"}
      </span>
    </span>
  );
}

function RoleAndIdentities({ row: { role, primary, identities } }: { row: PersonnelRow }) {
  return (
    <>
      <span className="block">{roleLabel(role, primary)}</span>
      {identities.length > 0 && (
        <span className="block text-muted text-sm">{identities.join("、")}</span>
      )}
    </>
  );
}

const PASSWORDS: Readonly<Record<PersonnelRow["password"], string>> = {
  NONE: "未设置个人登录密码",
  GIVEN: "首次登录须修改密码",
  RESET: "密码已重置，待修改",
  OWN: "已设置个人登录密码",
};

function State({ row }: { row: PersonnelRow }) {
  const { frozen, bound, oneSided, password, problem } = row;
  return (
    <span className="grid justify-items-start gap-1">
      {frozen ? (
        <Badge tone="danger">已冻结</Badge>
      ) : (
        problem && <span className="max-w-60 text-sm">{messageOf({ code: problem })}</span>
      )}
      {bound && <Badge tone="accent">已绑定</Badge>}
      {oneSided && <Badge tone="warning">仅限旧版登录</Badge>}
      {!bound && <span className="text-muted text-sm">{PASSWORDS[password]}</span>}
    </span>
  );
}

/** What is asked before and said after each button. */
function buttonOf(action: PersonnelAction, { name, role }: PersonnelRow): RowButton {
  switch (action) {
    case "REMOVE":
      return {
        action,
        label: "删除",
        done: `已删除${name}`,
        final: true,
        confirm: {
          title: `删除${name}`,
          consequences: [
            "该人员的身份和权限立即删除，不能再作为本企业人员登录；",
            isManager(role)
              ? "财务负责人须到主管税务机关办理变更后才能恢复。"
              : "税务登记仍有该人员的，可以重新添加。",
          ],
          label: "确认删除",
        },
      };
    case "FREEZE":
      return {
        action,
        label: "冻结",
        done: `已冻结${name}`,
        confirm: {
          title: `冻结${name}`,
          consequences: ["解冻前，该人员不能登录和办理业务，正在进行的登录立即受限；"],
          label: "确认冻结",
        },
      };
    case "UNFREEZE":
      return {
        action,
        label: "解冻",
        done: `已解冻${name}`,
        confirm: {
          title: `解冻${name}`,
          consequences: ["该人员立即恢复原来的身份和权限。"],
          label: "确认解冻",
        },
      };
    case "BIND":
      return {
        action,
        label: "绑定",
        done: `已绑定${name}，登录时使用其自然人登录密码`,
        confirm: {
          title: `绑定${name}`,
          consequences: [
            "该人员的个人登录密码改为其自然人登录密码，您不会知道该密码；",
            "解绑后恢复使用原来的个人登录密码。",
          ],
          label: "确认绑定",
        },
      };
    case "UNBIND":
      return {
        action,
        label: "解绑",
        done: `已解绑${name}，登录时使用原个人登录密码`,
        confirm: {
          title: `解绑${name}`,
          consequences: ["该人员须使用原来的个人登录密码登录；没有设置过的，使用短信登录。"],
          label: "确认解绑",
        },
      };
    case "RESET":
      return {
        action,
        label: "重置密码",
        done: `已将${name}的个人登录密码重置为${RESET_PASSWORD}，${RESET_PASSWORD_HOURS}小时内有效，首次使用须立即修改`,
        confirm: {
          title: `重置${name}的密码`,
          consequences: [
            `个人登录密码重置为${RESET_PASSWORD}，${RESET_PASSWORD_HOURS}小时内有效；`,
            "用它登录后必须立即改为新密码，才能办理业务；",
            "以原密码登录的会话立即结束，本人会收到通知。",
          ],
          label: "确认重置",
        },
      };
  }
}

/** Shown although they cannot be pressed, with the reason: the state of the password is the person's to change. */
const EXPLAINED: readonly string[] = ["BINDING_NEEDS_ACCOUNT", "RESET_WHILE_BOUND"];

type ButtonsProps = { row: PersonnelRow; region: string; identityVersion: number };

function Buttons({ row, region, identityVersion }: ButtonsProps) {
  const { id, grantable, refusals } = row;
  const buttons = PERSONNEL_ACTIONS.flatMap((action): RowButton[] => {
    const code = refusals[action];
    if (code === null) return [buttonOf(action, row)];
    if (!EXPLAINED.includes(code)) return [];
    return [{ ...buttonOf(action, row), disabled: messageOf({ code }) }];
  });
  if (buttons.length === 0 && refusals.REMOVE) return <Reason code={refusals.REMOVE} />;
  return (
    <RelationButtons
      act={personnelAction}
      fields={{ relationId: id, identityVersion }}
      describedBy={`of-${id}`}
      buttons={buttons}
    >
      {grantable && (
        <form action={`/${region}/account/personnel/${id}`}>
          <Button type="submit" variant="secondary" aria-describedby={`of-${id}`}>
            授权
          </Button>
        </form>
      )}
    </RelationButtons>
  );
}
