import { LedgerUnavailable } from '@uitkomst/ledger';
import type { FastifyInstance } from 'fastify';

/** Who asks over a connection that is still open while the program stops is told to ask again: before anything is read (rulings §3.7). */
export function refuseWhileClosing(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
  });
  fastify.addHook('onRequest', async () => {
    if (closing) throw new LedgerUnavailable('The program is stopping');
  });
}
