import Link from "next/link";
import { tabClass, tabListClass } from "@/components/ui/tab-class";

type LinkTabsProps = {
  label: string;
  items: readonly { href: string; label: string }[];
  /** The page's own address. */
  current: string;
};

/** Pages side by side that look like tabs; each is a link with an address of its own. */
export function LinkTabs({ label, items, current }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={tabListClass()}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.href === current ? "page" : undefined}
          className={tabClass(item.href === current)}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
