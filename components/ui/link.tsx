import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * Next's link, fetching nothing ahead: most pages are made for whoever asks, so all Next gets of them is their frame, for a request and
 * a look at the session for every link that comes into view. `prefetch` says that a page is prerendered and likely the next one.
 */
export function Link({ prefetch = false, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={prefetch} {...rest} />;
}
