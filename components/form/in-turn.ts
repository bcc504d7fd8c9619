let first: Promise<unknown> | undefined;

/**
 * Makes a call that may bring the cookie which binds flows to this browser (流程绑定). The first of a page runs alone: of two at once each
 * would bring a cookie of its own, and what was begun with the one that is overwritten would be lost.
 */
export async function inTurn<T>(call: () => Promise<T>): Promise<T> {
  if (first) {
    await first;
    return call();
  }
  const made = call();
  first = made.catch(() => {
    first = undefined;
  });
  return made;
}
