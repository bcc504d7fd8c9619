/** Whole seconds from the environment, or the default when they are absent or out of range. */
function seconds(text, { fallback, min, max }) {
  const value = Number(text || fallback);
  return Number.isInteger(value) && value >= min && value <= max ? value : fallback;
}

/**
 * Seconds between the 503 of `/api/ready` and the end of listening, so that who distributes requests learns of it
 * (STOP_DELAY_SECONDS, 0 to 60, by default 0).
 * @param {Record<string, string | undefined>} [environment]
 */
export function stopDelaySeconds(environment = process.env) {
  return seconds(environment.STOP_DELAY_SECONDS, { fallback: 0, min: 0, max: 60 });
}

/**
 * Seconds that requests under way and work of the server's own have to end once listening has stopped
 * (STOP_WITHIN_SECONDS, 1 to 300, by default 25).
 * @param {Record<string, string | undefined>} [environment]
 */
export function stopWithinSeconds(environment = process.env) {
  return seconds(environment.STOP_WITHIN_SECONDS, { fallback: 25, min: 1, max: 300 });
}
