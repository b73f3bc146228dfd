/** Waits for work no longer than a while. */

/** What the work brings. Rejects, with what `late` says, where that takes longer than `ms`; the work itself goes on. */
export function inTime<T>(work: Promise<T>, ms: number, late = `no answer within ${ms} ms`): Promise<T> {
  const timer = Promise.withResolvers<T>();
  const timeout = setTimeout(() => timer.reject(new Error(late)), ms);
  return Promise.race([work, timer.promise]).finally(() => clearTimeout(timeout));
}
