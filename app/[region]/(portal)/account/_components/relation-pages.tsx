import { Pagination } from "@/components/ui/pagination";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";

type RelationPagesProps = { tab: string; search?: string; page: number; total: number };

/** Pages of one tab's list. */
export function RelationPages({ tab, search, page, total }: RelationPagesProps) {
  return (
    <div className="mt-4">
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        hrefOf={(to) =>
          `?${new URLSearchParams({ tab, ...(search && { q: search }), page: String(to) })}`
        }
      />
    </div>
  );
}
