/** Holds the slug of the bureau visited last; no secret, readable by scripts. */
export const BUREAU_COOKIE = "bureau";
export const BUREAU_COOKIE_SECONDS = 365 * 24 * 3600;
