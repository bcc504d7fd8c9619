import { Pagination } from "@/components/ui/pagination";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";

type ListPagesProps = { search?: string; page: number; total: number };

/** Pages of a list of filings or agreements. */
export function ListPages({ search, page, total }: ListPagesProps) {
  return (
    <div className="mt-4">
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        hrefOf={(to) =>
          `?${new URLSearchParams({ ...(search && { q: search }), page: String(to) })}`
        }
      />
    </div>
  );
}
