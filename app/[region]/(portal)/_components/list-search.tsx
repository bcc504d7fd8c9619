import { t } from "@/components/texts/request-texts";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

type ListSearchProps = {
  label: string;
  hint?: string;
  search: string;
  className?: string;
  /** Other parts of the address that are to stay. */
  keep?: Record<string, string | undefined>;
};

/** Searches by address, so that it works without JavaScript and can be bookmarked. */
export function ListSearch({ label, hint, search, className, keep = {} }: ListSearchProps) {
  return (
    <search className={className}>
      <form method="get" className="flex items-end gap-3">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SearchField
          name="q"
          label={label}
          hint={hint}
          defaultValue={search}
          maxLength={60}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="secondary">
          {t("查询")}
        </Button>
      </form>
    </search>
  );
}
