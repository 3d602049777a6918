import { join } from 'node:path';
import { newPersonRef, sqliteLedger, systemClock, type NewEvent } from '@uitkomst/ledger';
import { uuidv7 } from 'uuidv7';

const CLERK = { id: 'import-1', role: 'CASEMGR', orgId: 'gemeente' } as const;
const AT_ONCE = 500;

type Told = { readonly type: string; readonly payload: unknown };

export const REGISTERED: Told = {
  type: 'ClientRegistered',
  payload: { validFrom: '2025-01-06', source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' },
};

/** With an id and a command of its own. */
export const asNew = ({ type, payload }: Told): NewEvent => ({
  id: uuidv7(),
  type,
  payload,
  actor: CLERK,
  commandId: uuidv7(),
  commandHash: 'a'.repeat(64),
});

/** Records a file for each of so many new clients in the ledger of a data folder, before any server opens it. */
export async function fillLedger(
  folder: string,
  clients: number,
  eventsOf: (ref: string) => readonly Told[],
): Promise<readonly string[]> {
  const ledger = sqliteLedger({ path: join(folder, 'ledger.db'), clock: systemClock });
  const refs = Array.from({ length: clients }, () => newPersonRef());
  for (let index = 0; index < refs.length; index += AT_ONCE) {
    const some = refs.slice(index, index + AT_ONCE);
    await Promise.all(some.map((ref) => ledger.append(`client-0000-${ref}`, 'none', eventsOf(ref).map(asNew))));
  }
  await ledger.close();
  return refs;
}

/** The same files grown side by side: every client gets an event before any gets its next one. */
export async function growLedger(
  folder: string,
  clients: number,
  eventsOf: (ref: string) => readonly Told[],
): Promise<void> {
  const ledger = sqliteLedger({ path: join(folder, 'ledger.db'), clock: systemClock });
  const files = Array.from({ length: clients }, () => {
    const ref = newPersonRef();
    return { stream: `client-0000-${ref}`, events: eventsOf(ref).map(asNew) };
  });
  const longest = Math.max(...files.slice(0, AT_ONCE).map(({ events }) => events.length));
  for (let place = 0; place < longest; place += 1)
    for (let index = 0; index < files.length; index += AT_ONCE)
      await Promise.all(
        files.slice(index, index + AT_ONCE).map(async ({ stream, events }) => {
          const event = events[place];
          if (event !== undefined) await ledger.append(stream, place === 0 ? 'none' : place - 1, [event]);
        }),
      );
  await ledger.close();
}
