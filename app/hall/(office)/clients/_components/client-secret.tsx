"use client";

import { Copy, Printer } from "lucide-react";
import { useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";

/** What the server tells once. */
export type Told = { clientId: string; secret: string | null };

type ClientSecretProps = { told: Told; issuer: string; link?: boolean };

/** What the system's builders need, to be copied or printed now: the secret is in no page after this one. */
export function ClientSecret({ told, issuer, link = false }: ClientSecretProps) {
  const { clientId, secret } = told;
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<"COPIED" | "SELECTED" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret ?? "");
      setCopied("COPIED");
    } catch {
      // Without a secure context or leave to use the clipboard: marked, for the visitor's own key.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setCopied("SELECTED");
    }
  }

  const code = (text: string) => <span className="break-all font-mono">{text}</span>;
  return (
    <section aria-label="客户端凭据" className="grid gap-4">
      {secret ? (
        <Alert
          tone="warning"
          role="status"
          title="密钥只显示这一次，离开本页后任何人都不能再次查看"
        >
          <p>请立即交给系统建设方妥善保存；遗失时在客户端页面更换密钥。</p>
        </Alert>
      ) : (
        <Alert tone="success" role="status" title="已登记" />
      )}
      <DescriptionList
        items={[
          { name: "客户端标识", value: code(clientId) },
          ...(secret
            ? [
                {
                  name: "客户端密钥",
                  value: (
                    <code ref={shown} className="break-all font-mono">
                      {secret}
                    </code>
                  ),
                },
              ]
            : []),
          { name: "签发者（issuer）", value: code(issuer) },
        ]}
      />
      <p role="status" className="text-muted text-sm">
        {copied === "COPIED" && "密钥已复制"}
        {copied === "SELECTED" && "浏览器不允许复制，密钥已选中，请按Ctrl+C"}
      </p>
      <div className="no-print flex flex-wrap gap-3">
        {secret && (
          <>
            <Button onClick={copy}>
              <Copy aria-hidden="true" className="size-5" />
              复制密钥
            </Button>
            <Button variant="secondary" onClick={() => window.print()}>
              <Printer aria-hidden="true" className="size-5" />
              打印
            </Button>
          </>
        )}
        {link && (
          <Link href={`/hall/clients/${clientId}`} className={buttonClass("secondary")}>
            查看客户端
          </Link>
        )}
      </div>
    </section>
  );
}
