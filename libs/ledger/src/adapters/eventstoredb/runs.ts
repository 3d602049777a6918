import type { StoredEvent } from '../../ledger.js';

const RUN_MAX = 200;
const RUN_CHARACTERS_MAX = 300_000;

/** Neighbours of one stream, which can be appended together without changing the order of all. */
export function runsOf(events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] {
  const runs: StoredEvent[][] = [];
  let characters = 0;
  for (const event of events) {
    const run = runs.at(-1);
    const size = sizeOf(event);
    characters += size;
    if (run?.[0]?.stream === event.stream && run.length < RUN_MAX && characters <= RUN_CHARACTERS_MAX) {
      run.push(event);
      continue;
    }
    runs.push([event]);
    characters = size;
  }
  return runs;
}

const sizeOf = ({ bytes }: StoredEvent): number =>
  Object.values(bytes).reduce((sum: number, text: string) => sum + text.length, 0);
