import type { Schema } from '../../shell/api/client.js';

type Line = Pick<Schema<'Batch'>['lines'][number], 'providerId' | 'netCents' | 'state'>;

interface Ordered {
  readonly providerId: string;
  readonly lines: number;
  readonly netCents: number;
  /** What of it the bank says it paid. */
  readonly paidCents: number;
}

/** What fell out, and what the bank refused or sent back, reaches no provider. */
const NOT_REACHING: ReadonlySet<Line['state']> = new Set(['HELD', 'DROPPED', 'REJECTED', 'RETURNED']);

export function byProvider(lines: readonly Line[]): Ordered[] {
  const ordered = new Map<string, Ordered>();
  for (const { providerId, netCents, state } of lines) {
    if (providerId === undefined || NOT_REACHING.has(state)) continue;
    const before = ordered.get(providerId) ?? { providerId, lines: 0, netCents: 0, paidCents: 0 };
    ordered.set(providerId, {
      providerId,
      lines: before.lines + 1,
      netCents: before.netCents + netCents,
      paidCents: before.paidCents + (state === 'SETTLED' ? netCents : 0),
    });
  }
  return [...ordered.values()];
}
