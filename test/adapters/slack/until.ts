/** Waiting for what happens on the other side of a socket. */

/** Waits until the condition gives something, and gives it. Fails by the test's own time limit. */
export async function until<T>(condition: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
