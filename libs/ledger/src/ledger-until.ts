import type { Ledger, Position, ReadAllOptions, ReadOptions, RecordedEvent } from './ledger.js';

/** Something was to be recorded in a past state of the ledger. */
export class PastIsClosed extends Error {
  override readonly name = 'PastIsClosed';
}

const closed = (): Promise<never> => Promise.reject(new PastIsClosed('What is past can only be read'));

/**
 * A ledger as it was at a position: what was recorded later is not there, and nothing is ever added. Whatever reads a ledger reads
 * this one the same, so that a past state follows from the same code as the present one.
 */
export function ledgerUntil(ledger: Ledger, until: Position): Ledger {
  async function* readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    const { max = Infinity, ...rest } = options;
    let left = max; // Backwards what came later is passed over, and does not count.
    for await (const event of ledger.readStream(stream, options.backwards === true ? rest : options)) {
      if (event.position > until && options.backwards !== true) break;
      if (event.position > until) continue;
      if (left <= 0) break;
      left -= 1;
      yield event;
    }
  }
  const upTo = (asked: Position = until): Position => Math.min(asked, until) as Position;
  return {
    readStream,
    readAll: (options: ReadAllOptions = {}) => ledger.readAll({ ...options, until: upTo(options.until) }),
    head: () => Promise.resolve(until),
    append: closed,
    restore: closed,
    subscribe: () => ({ close: () => Promise.resolve(), lag: () => Promise.resolve(0) }),
    close: () => Promise.resolve(), // It is not ours: who opened the ledger closes it.
  };
}
