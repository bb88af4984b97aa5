const underWay = new Set<Promise<unknown>>();
let isOver = false;

/** Does a piece of writing that must not be cut short. Once the program is about to end, none begins: the promise then never settles. */
export async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
  if (isOver) return new Promise(() => undefined);
  const written = write();
  underWay.add(written);
  try {
    return await written;
  } finally {
    underWay.delete(written);
  }
}

/** Waits for what is being written, and has nothing else begun: a program asked to end then leaves whole files and no temporary ones. */
export async function endWriting(): Promise<void> {
  isOver = true;
  await Promise.allSettled(underWay);
}
