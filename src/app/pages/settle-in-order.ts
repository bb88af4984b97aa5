/**
 * Begins the work on each item in order, at most `most` of them under way at once. Between two of them whatever else is ready has its turn.
 * @returns what became of each, in the order of the items; nothing stops the rest.
 */
export async function settleInOrder<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> {
  const begun: Promise<R>[] = [];
  const underWay = new Set<Promise<unknown>>();
  for (const [index, item] of items.entries()) {
    if (underWay.size >= most) await Promise.race(underWay);
    const result = work(item, index);
    begun.push(result);
    const settled: Promise<unknown> = result
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => underWay.delete(settled));
    underWay.add(settled);
    await new Promise((resume) => setImmediate(resume));
  }
  return Promise.allSettled(begun);
}
