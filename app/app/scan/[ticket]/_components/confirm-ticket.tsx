"use client";

import { useState } from "react";
import { FaceConsent } from "@/components/face/face-consent";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DescriptionList } from "@/components/ui/description-list";
import { useHydrated } from "@/components/ui/use-hydrated";
import { entryLabel } from "@/lib/labels";

/** What a scanned code would confirm. */
export type Confirming = {
  purpose: string;
  entry: "PERSON" | "ENTERPRISE" | "AGENCY" | "SPECIFIC" | null;
  who: { name: string; enterprise: string | null; role: string | null };
  browser: string;
  place: string;
  choices: readonly number[];
  face: boolean;
  /** The document is photographed first. */
  document: boolean;
};

type ConfirmTicketProps = {
  view: Confirming;
  bureauName: string;
  onConfirm: (number: number) => Promise<void>;
  onCancel: () => Promise<void>;
};

const PURPOSES: Record<string, string> = {
  LOGIN: "登录",
  REAL_NAME: "提升个人实名等级",
  STEP_UP: "办理业务前的扫脸认证",
  UNLOCK: "解锁账号",
  FORGOT_PASSWORD: "找回密码",
  CHANGE_PASSWORD: "修改密码",
  CLOSE_ACCOUNT: "用户注销",
  REGISTER: "用户注册",
};

/** 确认登录: bureau, entry, identity, browser and place, and the number of the web page, before anything happens (B6). */
export function ConfirmTicket({ view, bureauName, onConfirm, onCancel }: ConfirmTicketProps) {
  const [number, setNumber] = useState<number | null>(null);
  const [running, setRunning] = useState<"confirm" | "cancel" | null>(null);
  const [missing, setMissing] = useState(false);
  const hydrated = useHydrated();
  const { who } = view;
  const handedOver = view.purpose === "LOGIN" ? (who.enterprise ? "ENTERPRISE" : "PERSON") : null;
  const entry = view.entry ?? handedOver;
  const person = who.role ? `${who.role} ${who.name}` : who.name;

  async function run(which: "confirm" | "cancel") {
    if (running) return;
    if (which === "confirm" && number === null) return setMissing(true);
    setRunning(which);
    await (which === "confirm" ? onConfirm(number ?? 0) : onCancel());
    setRunning(null);
  }

  return (
    <div className="grid gap-5">
      <h1 className="text-xl">{view.purpose === "LOGIN" ? "确认登录" : "扫脸验证"}</h1>
      <DescriptionList
        items={[
          { name: "税务局", value: bureauName },
          { name: "事项", value: PURPOSES[view.purpose] ?? "登录" },
          ...(entry ? [{ name: "登录入口", value: entryLabel(entry) }] : []),
          { name: "身份", value: who.enterprise ? `${who.enterprise}（${person}）` : person },
          { name: "浏览器", value: view.browser },
          { name: "地点", value: view.place },
        ]}
      />
      <p className="text-muted text-sm">不是您本人正在操作？请点击“取消”。</p>
      <fieldset className="min-w-0">
        <legend className="mb-2 font-semibold">请选择网页上显示的数字</legend>
        <div className="grid grid-cols-3 gap-3">
          {view.choices.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={choice === number}
              disabled={!hydrated}
              onClick={() => {
                setNumber(choice);
                setMissing(false);
              }}
              className={cn(
                "min-h-14 rounded-md border text-xl tabular-nums",
                choice === number
                  ? "border-accent bg-accent font-semibold text-accent-ink"
                  : "border-line-strong bg-raised hover:border-accent",
              )}
            >
              {choice}
            </button>
          ))}
        </div>
      </fieldset>
      {missing && <Alert tone="danger" role="alert" title="请先选择网页上显示的数字" />}
      {view.face && !view.document && <FaceConsent />}
      <div className="grid gap-3">
        <Button
          pending={running === "confirm"}
          disabled={!hydrated}
          onClick={() => run("confirm")}
          className="w-full"
        >
          {view.document ? "下一步" : view.face ? "开始扫脸" : "确认登录"}
        </Button>
        <Button
          variant="secondary"
          pending={running === "cancel"}
          disabled={!hydrated}
          onClick={() => run("cancel")}
          className="w-full"
        >
          取消
        </Button>
      </div>
    </div>
  );
}
