import type { Clock } from '@uitkomst/ledger';
import type { OnError } from '../ports.js';

/** What the client of the brokers complains of by itself; it tries again. */
export class KafkaTrouble extends Error {
  override readonly name = 'KafkaTrouble';
}

/** A trouble with the brokers of which it is not known yet whether it lasts: a topic just made, a leader being chosen. */
export class PassingTrouble extends Error {
  override readonly name = 'PassingTrouble';
}

/** How loudly what went wrong is told in a log. */
export const levelOf = (error: unknown): 'warn' | 'error' => (error instanceof PassingTrouble ? 'warn' : 'error');

/** A broker that starts or chooses leaders is done in less. */
const LASTS_MS = 30_000;
/** Without trouble for so long, longer than any wait for an answer, what was before is over. */
const QUIET_MS = 120_000;

/** Tells of troubles with the brokers as passing until they have lasted; of anything else as it is. */
export function untilItLasts(onError: OnError, clock: Pick<Clock, 'elapsed'>): OnError {
  let since = 0;
  let last = -Infinity;
  return (error) => {
    if (!isOfBrokers(error)) return onError(error);
    const now = clock.elapsed();
    if (now - last > QUIET_MS) since = now;
    last = now;
    onError(now - since < LASTS_MS ? new PassingTrouble(error.message, { cause: error }) : error);
  };
}

/** The client has names of its own for all it throws. */
const isOfBrokers = (error: unknown): error is Error =>
  error instanceof KafkaTrouble || (error instanceof Error && error.name.startsWith('KafkaJS'));
