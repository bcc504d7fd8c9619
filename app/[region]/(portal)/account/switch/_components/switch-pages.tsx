import { Pagination } from "@/components/ui/pagination";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";

type SwitchPagesProps = {
  search: string;
  page: number;
  total: number;
  /** There are more than `total`. */
  more?: boolean;
  keep: Keep;
  /** The part of the address that holds the page. */
  name?: "page" | "projects";
};

/** Parts of the address that stay on every page. */
export type Keep = { interaction?: string };

/** Pages of a list of identities (B8). */
export function SwitchPages({ search, page, total, more, keep, name = "page" }: SwitchPagesProps) {
  return (
    <div className="mt-4">
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        more={more}
        hrefOf={(to) =>
          `?${new URLSearchParams({ ...keep, ...(search && { q: search }), [name]: String(to) })}`
        }
      />
    </div>
  );
}
