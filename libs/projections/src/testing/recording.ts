import { SYSTEM } from '@uitkomst/domain';
import type { Ledger, NewEvent, RecordedEvent } from '@uitkomst/ledger';
import { randomUUID } from 'node:crypto';

/** An event as a test tells it; by default the system did it. */
export interface Told {
  readonly type: string;
  readonly payload: object;
  readonly actor?: NewEvent['actor'];
}

/** Appends to a stream whatever its revision: for tests only, which know that nobody else writes. */
export async function record(
  ledger: Ledger,
  stream: string,
  ...events: readonly Told[]
): Promise<readonly RecordedEvent[]> {
  let revision = -1;
  for await (const event of ledger.readStream(stream, { backwards: true, max: 1 })) ({ revision } = event);
  const commandId = randomUUID();
  const result = await ledger.append(
    stream,
    revision < 0 ? 'none' : revision,
    events.map(({ type, payload, actor }) => ({
      id: randomUUID(),
      type,
      payload,
      actor: actor ?? SYSTEM,
      commandId,
      commandHash: '0'.repeat(64),
    })),
  );
  if (!result.ok) throw new Error(`Not recorded: ${JSON.stringify(result)}`);
  return result.events;
}

export const invited = (campaign: string): Told => ({
  type: 'SurveyInvited',
  payload: { campaign, validFrom: '2026-01-01' },
});
