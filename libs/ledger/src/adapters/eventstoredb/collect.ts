import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  ResolvedEvent,
  StreamingRead,
} from '@eventstore/db-client';
import { LedgerUnavailable } from '../../ledger.js';

type Read = StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent>;

/** Lets go of it: destroying alone would leave the call to the server open. */
export function letGo(receiving: Read | AllStreamSubscription): void {
  receiving.on('error', () => undefined);
  const left = 'unsubscribe' in receiving ? receiving.unsubscribe() : receiving.cancel();
  left.catch(() => undefined);
  receiving.destroy();
}

/** Everything a read gives. Throws {@link LedgerUnavailable} when nothing comes for so long: reads have no deadline in the client. */
export function collected(receiving: Read, timeoutMs: number): Promise<readonly ResolvedEvent[]> {
  return new Promise((resolve, reject) => {
    const events: ResolvedEvent[] = [];
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    const timer = setTimeout(() => {
      letGo(receiving);
      reject(new LedgerUnavailable(`Nothing came for ${timeoutMs} ms`));
    }, timeoutMs);
    receiving.on('data', (event: ResolvedEvent) => {
      events.push(event);
      timer.refresh();
    });
    receiving.once('error', (error) => settle(() => reject(error)));
    receiving.once('end', () => settle(() => resolve(events)));
  });
}
