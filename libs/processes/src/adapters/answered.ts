import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What the broker's client was asked, or an error when it stays silent for so many milliseconds. The client limits a request that is on
 * its way, but not one that waits for a connection that broke meanwhile: such a one is never answered.
 */
export async function answered<Answer>(asked: Promise<Answer>, limitMs: number): Promise<Answer> {
  const inTime = new AbortController();
  const late = sleep(limitMs, undefined, { signal: inTime.signal }).then(() => {
    throw new Error(`The broker did not answer within ${limitMs} ms`);
  });
  late.catch(() => undefined); // Nobody waits for it once there is an answer.
  asked.catch(() => undefined); // It may still fail when nobody waits any more.
  try {
    return await Promise.race([asked, late]);
  } finally {
    inTime.abort();
  }
}
