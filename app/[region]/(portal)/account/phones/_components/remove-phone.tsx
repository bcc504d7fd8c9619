"use client";

import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Problem } from "@/lib/domain/result";

type RemovePhoneProps = {
  phone: { id: string; masked: string; isDefault: boolean } | null;
  /** None will be left. */
  last: boolean;
  pending: boolean;
  problem: Problem | null;
  onConfirm: (phoneId: string) => void;
  onClose: () => void;
};

/** What follows from 「删除」, before it happens (P3: the last one never silently). */
export function RemovePhone({
  phone,
  last,
  pending,
  problem,
  onConfirm,
  onClose,
}: RemovePhoneProps) {
  const t = useTexts();
  const problemText = useProblemText();
  return (
    <Dialog open={phone !== null} onClose={onClose} title={t("删除手机号码")}>
      {phone && (
        <>
          <p>
            {t("删除手机号码")}
            <strong className="mx-1 tabular-nums">{phone.masked}</strong>
            {t("后：")}
          </p>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            <li>{t("不能再用该号码登录和接收短信验证码；")}</li>
            {phone.isDefault && !last && <li>{t("最近验证的另一个手机号码成为默认手机号码；")}</li>}
            <li>{t("其他已登录的设备须重新登录或扫脸认证，才能修改账户信息；")}</li>
            <li>{t("需要时可以重新添加并验证。")}</li>
          </ul>
          {last && (
            <Alert tone="warning" title={t("这是您的最后一个手机号码")} className="mt-4">
              <p>
                {t(
                  "删除后您的手机号为空，登录时只能通过扫码验证；未采集人脸实名信息的，须先通过“找回手机号码”绑定新的手机号码才能登录。",
                )}
              </p>
            </Alert>
          )}
          {problem && (
            <Alert tone="danger" role="alert" title={problemText(problem)} className="mt-4" />
          )}
          <div className="mt-6 flex flex-wrap gap-3">
            <Button variant="danger" pending={pending} onClick={() => onConfirm(phone.id)}>
              {t("确定")}
            </Button>
            <Button variant="secondary" onClick={onClose}>
              {t("取消")}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
