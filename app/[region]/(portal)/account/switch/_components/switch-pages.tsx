import { Pagination } from "@/components/ui/pagination";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";

type SwitchPagesProps = { search: string; page: number; total: number; keep: Keep };

/** Parts of the address that stay on every page. */
export type Keep = { interaction?: string };

/** Pages of a list of identities (B8). */
export function SwitchPages({ search, page, total, keep }: SwitchPagesProps) {
  return (
    <div className="mt-4">
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        hrefOf={(to) =>
          `?${new URLSearchParams({ ...keep, ...(search && { q: search }), page: String(to) })}`
        }
      />
    </div>
  );
}
