/** A path of this site to go to, or null: anything a browser could read as another site (`//host`, `/\host`, schemes) is refused. */
export function sameOriginPath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(value)) return null;
  return value;
}
