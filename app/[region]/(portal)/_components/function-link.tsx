import Link from "next/link";
import { t } from "@/components/texts/request-texts";
import { pathText, type TaxFunction } from "@/lib/domain/function-tree";
import { functionHref } from "./function-href";

type FunctionLinkProps = {
  region: string;
  each: TaxFunction;
  /** The acting identity may use it; otherwise the link leads to the reason (B14). */
  usable?: boolean;
};

/** A line of a list of functions; pointing at it shows the whole name (完整功能名称). */
export function FunctionLink({ region, each, usable = true }: FunctionLinkProps) {
  return (
    <Link
      href={usable ? functionHref(region, each) : `/${region}/functions/${each.code}`}
      prefetch={false}
      title={pathText(each, t.named)}
      className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-md px-2 py-1 text-accent hover:bg-accent-soft hover:underline"
    >
      {t.named(each.name)}
      {!usable && <span className="text-muted text-sm">{t("未授权")}</span>}
    </Link>
  );
}
