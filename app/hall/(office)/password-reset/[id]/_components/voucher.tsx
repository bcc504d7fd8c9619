"use client";

import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";
import { printVoucherAction } from "../../../counter-actions";

type VoucherProps = {
  id: string;
  printable: boolean;
  printed: boolean;
  lines: readonly { name: string; value: string }[];
};

/**
 * The voucher and its one print. The password comes from the server with the press, stands only in the print's sealed part (the
 * style sheet of the screen hides it), and leaves the page when the print is done.
 */
export function Voucher({ id, printable, printed, lines }: VoucherProps) {
  const [secret, setSecret] = useState<string | null>(null);
  const [state, setState] = useState<"OPEN" | "PRINTING" | "PRINTED">("OPEN");
  const [problem, setProblem] = useState<Problem | null>(null);
  const hydrated = useHydrated();

  useEffect(() => {
    const forget = () => setSecret(null);
    window.addEventListener("afterprint", forget);
    return () => window.removeEventListener("afterprint", forget);
  }, []);

  async function print() {
    setState("PRINTING");
    const done = await printVoucherAction({ voucher: id }).catch(() => null);
    if (!done?.ok) {
      setProblem(done?.problems[0] ?? { code: "NETWORK" });
      return setState("OPEN");
    }
    flushSync(() => {
      setSecret(done.value.secret);
      setState("PRINTED");
    });
    window.print();
  }

  const open = printable && state !== "PRINTED";
  return (
    <>
      <div className="no-print mb-6 grid justify-items-start gap-3">
        {problem && <Alert tone="danger" role="alert" title={messageOf(problem)} />}
        {state === "PRINTED" && (
          <Alert tone="success" role="status" title="凭证已打印，密码已从系统中清除" />
        )}
        {!open && state !== "PRINTED" && (
          <Alert title={printed ? "该凭证已打印" : "该凭证已不能打印，请重新办理密码重置"} />
        )}
        {open && (
          <Button pending={state === "PRINTING"} disabled={!hydrated} onClick={print}>
            <Printer aria-hidden="true" className="size-5" />
            打印凭证
          </Button>
        )}
      </div>
      <article className="rounded-lg border border-line bg-raised p-6">
        <h2 className="mb-4 text-center text-lg">电子税务局办税用户注册凭证</h2>
        <DescriptionList items={lines} />
        <section
          aria-label="密封区"
          className="mt-6 rounded-md border-2 border-line-strong border-dashed p-6 text-center"
        >
          <p className="text-muted text-sm">密封区（沿虚线折叠密封，由企业办税人员本人拆封）</p>
          <p className="no-print mt-4 text-muted">企业密码仅在打印件中显示</p>
          {secret && (
            <p data-sealed aria-hidden="true" className="mt-4 hidden font-mono text-xl print:block">
              {secret}
            </p>
          )}
          <p className="mt-4 text-sm">首次使用时须修改密码。请勿向他人透露，包括税务人员。</p>
        </section>
      </article>
    </>
  );
}
