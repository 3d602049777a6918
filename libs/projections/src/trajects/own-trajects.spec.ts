import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { submitted } from '../testing/claims.js';
import { record, type Told } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { OWN_TRAJECTS, readOwnTrajects } from './own-trajects.projection.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
const assigned = (trajectId: string, providerId: string, validFrom: string): Told => ({
  type: 'TrajectAssigned',
  payload: { trajectId, providerId, contractId: 'K1', intakeOn: '2026-01-05', validFrom, ...origin },
});
const placement: Told = {
  type: 'PlacementStarted',
  payload: {
    jobId: 'J1',
    employerId: 'SCHOOL',
    form: 'REGULAR',
    weeklyHours: 3600,
    validFrom: '2026-03-02',
    ...origin,
  },
};
const ended: Told = {
  type: 'TrajectEnded',
  payload: { trajectId: 'T1', endKind: 'COMPLETED', validFrom: '2026-03-01', ...origin },
};

test('a provider finds all its trajects, ended ones too, the latest started first, and never a job that others recorded', async () => {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [OWN_TRAJECTS] });
  await record(
    ledger,
    `client-0392-${ANJA}`,
    assigned('T1', 'P1', '2026-01-05'),
    assigned('T2', 'P1', '2026-02-02'),
    assigned('T3', 'P2', '2026-02-03'),
    placement,
    ended,
    submitted(`${ANJA}.a`, 'P1', { trajectId: 'T1' }),
    submitted(`${ANJA}.b`, 'P2', { trajectId: 'T1' }),
  );
  await runner.catchUp();
  const { count, rows } = await readOwnTrajects(reads, {
    municipality: '0392',
    providerId: 'P1',
    limit: 10,
    offset: 0,
  });
  expect(count).toBe(2);
  expect(rows.map(({ trajectId, endedOn, claims, jobs }) => [trajectId, endedOn, claims, jobs])).toEqual([
    ['T2', undefined, 0, []],
    ['T1', '2026-03-01', 1, []],
  ]);
});
