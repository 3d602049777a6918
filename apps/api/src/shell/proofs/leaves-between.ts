import { isSeal, TILE_WIDTH, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import type { Sealer } from '@uitkomst/processes';

/** The events at the leaves from one index up to another, in order. Reading begins where the tile of the first leaf begins. */
export async function* leavesBetween(
  { ledger, sealer }: { readonly ledger: Ledger; readonly sealer: Sealer },
  from: number,
  until: number,
): AsyncGenerator<readonly [number, RecordedEvent]> {
  if (from >= until) return;
  let index = Math.floor(from / TILE_WIDTH) * TILE_WIDTH;
  for await (const event of ledger.readAll({ after: sealer.log.placeBefore(from) })) {
    if (isSeal(event)) continue;
    if (index >= from) yield [index, event];
    index += 1;
    if (index >= until) return;
  }
}
