import { useId } from "react";
import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";

export type Part = {
  title: string;
  items: readonly { name: string; value: string }[];
  /** How one has it corrected, in a sentence. */
  correction: string;
  /** The page that corrects it, when there is one. */
  link?: { href: string; label: string };
};

/** One kind of what is kept: the data, and how to have it corrected (个人信息保护法 46). */
export function DataPart({ title, items, correction, link }: Part) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {items.length > 0 ? (
          <DescriptionList items={byName(items)} />
        ) : (
          <p className="mt-2 text-muted">{t("没有保存。")}</p>
        )}
        <p className="mt-2 text-muted text-sm">{t("更正：{correction}", { correction })}</p>
        {link && (
          <Link href={link.href} className="link inline-flex min-h-11 items-center text-sm">
            {link.label}
          </Link>
        )}
      </Card>
    </section>
  );
}

/** Items of one name (two phones, two roles in one enterprise) stand together. */
function byName(items: Part["items"]) {
  const values = new Map<string, string[]>();
  for (const { name, value } of items) values.set(name, [...(values.get(name) ?? []), value]);
  return [...values].map(([name, lines]) => ({
    name,
    value: [...new Set(lines)].map((line) => (
      <span key={line} className="block">
        <AsWritten>{line}</AsWritten>
      </span>
    )),
  }));
}
