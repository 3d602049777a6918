import { dayOf, type Actor, type ClientFileCommand } from '@uitkomst/domain';
import { memoryLedger } from './adapters/memory.ledger.js';
import { ClientFiles } from './client-files.js';
import { systemClock } from './clock.js';
import { rehearsalOn } from './rehearsal.js';
import { TermsBook } from './terms-book.js';

const ANJA = { municipality: '0392', personRef: 'abcdefghijklm' };
const MANAGER: Actor = { id: 'm-1', role: 'CASEMGR', orgId: 'G' };
const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' } as const;
const register: ClientFileCommand = { type: 'RegisterClient', registration: { validFrom: '2026-01-01', ...origin } };
const assign = (trajectId: string) =>
  ({
    type: 'RecordFact',
    fact: {
      type: 'TrajectAssigned',
      payload: {
        trajectId,
        providerId: 'P',
        contractId: 'K',
        intakeOn: '2026-01-05',
        validFrom: '2026-01-05',
        ...origin,
      },
    },
  }) as ClientFileCommand;
const end = (trajectId: string) =>
  ({
    type: 'RecordFact',
    fact: { type: 'TrajectEnded', payload: { trajectId, endKind: 'OTHER', validFrom: '2026-02-01', ...origin } },
  }) as ClientFileCommand;

const task = (command: ClientFileCommand, commandId: string) => ({
  ...ANJA,
  command,
  actor: MANAGER,
  today: dayOf('2026-03-01'),
  commandId,
  commandHash: commandId,
});

test('what is rehearsed is decided one after the other as if recorded, and nothing is', async () => {
  const ledger = memoryLedger();
  const terms = await TermsBook.open(ledger, {});
  await new ClientFiles(ledger, terms).handle(task(register, 'c-0'));
  const head = await ledger.head();
  const rehearsed = new ClientFiles(rehearsalOn(ledger, systemClock), terms);
  expect(await rehearsed.handle(task(end('T1'), 'c-1'))).toMatchObject({ ok: false });
  expect(await rehearsed.handle(task(assign('T1'), 'c-2'))).toMatchObject({ ok: true, revision: 1, heard: false });
  expect(await rehearsed.handle(task(end('T1'), 'c-3'))).toMatchObject({ ok: true, revision: 2 });
  expect(await rehearsed.handle(task(assign('T1'), 'c-2'))).toMatchObject({ ok: true, heard: true });
  expect(await rehearsed.handle(task(register, 'c-0'))).toMatchObject({ ok: true, heard: true });
  expect((await new ClientFiles(ledger, terms).read(ANJA.municipality, ANJA.personRef)).revision).toBe(0);
  expect(await ledger.head()).toBe(head);
  await terms.close();
});
