/** What was asked of a client without a deadline of its own, or `late`'s error when it takes longer than so many milliseconds. */
export async function inTime<T>(asked: Promise<T>, limitMs: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([asked, over]);
  } finally {
    clearTimeout(timer);
    asked.catch(() => undefined); // It may still fail when nobody waits any more.
  }
}
