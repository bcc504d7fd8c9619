"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { clientSecretForm, clientStateForm } from "@/lib/schemas/oidc-client";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { changeClientStateAction, renewClientSecretAction } from "../actions";
import { ClientSecret, type Told } from "./client-secret";

type ClientButtonsProps = {
  id: string;
  name: string;
  disabled: boolean;
  /** It authenticates with a secret. */
  secret: boolean;
  issuer: string;
};

/** What a supervisor may do about a client besides changing its settings. */
export function ClientButtons({ id, name, disabled, secret, issuer }: ClientButtonsProps) {
  const [told, setTold] = useState<Told | null>(null);
  if (disabled) {
    return (
      <ReasonedAction
        label="启用"
        subject={name}
        schema={clientStateForm}
        values={{ client: id, change: "ENABLE" }}
        action={changeClientStateAction}
      >
        恢复该系统通过本平台登录；停用前的登录不会恢复。
      </ReasonedAction>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {secret && (
        <ReasonedAction
          label="更换密钥"
          subject={name}
          schema={clientSecretForm}
          values={{ client: id }}
          action={renewClientSecretAction}
          onSuccess={setTold}
        >
          原密钥立即失效，系统换用新密钥之前不能登录；新密钥显示一次。
        </ReasonedAction>
      )}
      <ReasonedAction
        label="停用"
        subject={name}
        schema={clientStateForm}
        values={{ client: id, change: "DISABLE" }}
        action={changeClientStateAction}
        variant="danger"
      >
        任何人不能再通过本平台登录该系统，已有的登录凭据立即失效。
      </ReasonedAction>
      <Dialog open={told !== null} onClose={() => setTold(null)} title={`新密钥：${name}`}>
        {told && <ClientSecret told={told} issuer={issuer} />}
      </Dialog>
    </div>
  );
}
