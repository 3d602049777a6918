import { StandIn } from './stand-in.js';

/** Where a spec finds a server: the one EVENTSTORE_URL names, or a stand-in. Every ledger gets a name of its own. */
export interface Served {
  /** Undefined where a real server is used: it has no switches. */
  readonly standIn: StandIn | undefined;
  /** An address of an empty ledger. */
  freshUrl(more?: string): string;
  close(): Promise<void>;
}

export async function served(): Promise<Served> {
  const real = process.env['EVENTSTORE_URL'];
  const standIn = real === undefined ? await StandIn.start() : undefined;
  process.stdout.write(
    real === undefined
      ? 'EventStoreDB: a stand-in (EVENTSTORE_URL names no server)\n'
      : 'EventStoreDB: a real server\n',
  );
  const run = `t${crypto.randomUUID().slice(0, 8)}`;
  let ledgers = 0;
  return {
    standIn,
    freshUrl: (more = '') => {
      ledgers += 1;
      const name = `${run}-${ledgers}`;
      if (standIn !== undefined) return standIn.url(name, more);
      return `${real}${real?.includes('?') ? '&' : '?'}ledger=${name}${more}`;
    },
    close: async () => standIn?.close(),
  };
}
