import { dayOf } from '@uitkomst/domain';
import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { submitted } from '../testing/claims.js';
import { record, type Told } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { RUNNING_TRAJECTS } from './running-trajects.projection.js';
import { silentTrajects } from './silent-trajects.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
const assigned = (trajectId: string, providerId = 'P1'): Told => ({
  type: 'TrajectAssigned',
  payload: { trajectId, providerId, contractId: 'K1', intakeOn: '2026-01-05', validFrom: '2026-01-05', ...origin },
});
const of = (type: string, trajectId: string, fields: object = {}): Told => ({
  type,
  payload: { trajectId, validFrom: '2026-01-05', ...origin, ...fields },
});

let now = 0;
const clock = { now: () => now, elapsed: () => now };
const at = (day: string) => (now = Date.parse(`${day}T09:00:00Z`));
const ledger = memoryLedger({ clock });
const reads = folder.reads();
const runner = new ProjectionRunner({ ledger, reads, projections: [RUNNING_TRAJECTS] });

const silent = async (today: string, more: object = {}) => {
  await runner.catchUp();
  const asked = { municipality: '0392', days: 42, today: dayOf(today), limit: 50, offset: 0, ...more };
  return (await silentTrajects(reads, asked)).trajects.map(({ trajectId, lastHeard }) => [trajectId, lastHeard]);
};

test('a running traject of which nothing was recorded for 42 days is told of, the longest silent first', async () => {
  at('2026-01-10');
  await record(ledger, `client-0392-${ANJA}`, assigned('T1'), assigned('T2', 'P2'));
  await record(ledger, 'client-0363-bbbbbbbbbbbbb', assigned('ELSEWHERE'));
  at('2026-01-12');
  await record(ledger, `client-0392-${ANJA}`, of('ServiceDelivered', 'T2', { kind: 'GROUP_COURSE' }));
  expect(await silent('2026-02-20')).toEqual([]);
  expect(await silent('2026-02-21')).toEqual([['T1', 'TrajectAssigned']]);
  expect(await silent('2026-02-23')).toEqual([
    ['T1', 'TrajectAssigned'],
    ['T2', 'ServiceDelivered'],
  ]);
  expect(await silent('2026-02-23', { providerId: 'P2' })).toEqual([['T2', 'ServiceDelivered']]);
});

test('a claim on it is word of it; one that ended is not running', async () => {
  at('2026-02-22');
  await record(ledger, `client-0392-${ANJA}`, submitted(`${ANJA}.a`, 'P1', { trajectId: 'T1' }));
  expect(await silent('2026-02-23')).toEqual([['T2', 'ServiceDelivered']]);
  await record(ledger, `client-0392-${ANJA}`, of('TrajectEnded', 'T2', { endKind: 'OTHER' }));
  expect(await silent('2026-04-05')).toEqual([['T1', 'ClaimSubmitted']]);
});
