import { memoryLedger } from '@uitkomst/ledger';
import { ProjectionRunner } from '../runner.js';
import { determined, notified, submitted } from '../testing/claims.js';
import { record, type Told } from '../testing/recording.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { OWN_LETTERS, readOwnLetters } from './own-letters.projection.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const ANJA = 'aaaaaaaaaaaaa';
const CLAIM = `${ANJA}.a`;

function office() {
  const ledger = memoryLedger();
  const reads = folder.reads();
  const runner = new ProjectionRunner({ ledger, reads, projections: [OWN_LETTERS] });
  const tell = (...events: Told[]) => record(ledger, `client-0392-${ANJA}`, ...events);
  const letters = async (providerId: string) => {
    await runner.catchUp();
    return readOwnLetters(reads, { municipality: '0392', providerId, limit: 10, offset: 0 });
  };
  return { tell, letters };
}

test('a provider finds the letters about its own claims, and nobody else’s', async () => {
  const { tell, letters } = office();
  await tell(submitted(CLAIM, 'SAGENN', { providerReference: '2026-17' }), submitted(`${ANJA}.b`, 'PASWERK'));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { fail: ['CLAIM_LATE'] }));
  await tell(notified(CLAIM, { kind: 'REJECTED', about: rejection?.id, termUntilOn: '2026-04-21' }));
  const { count, rows: found } = await letters('SAGENN');
  expect(count).toBe(1);
  expect(found).toMatchObject([
    { claimId: CLAIM, kind: 'REJECTED', termUntilOn: '2026-04-21', providerReference: '2026-17' },
  ]);
  expect((await letters('PASWERK')).count).toBe(0);
});

test('what a client is answered on its own objection is no letter to the provider', async () => {
  const { tell, letters } = office();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { fail: ['CLAIM_LATE'] }));
  const [, objection] = await tell(
    notified(CLAIM, { kind: 'REJECTED', about: rejection?.id }),
    filed(String(rejection?.id)),
  );
  const [decision] = await tell(DISMISSED);
  await tell(notified(CLAIM, { kind: 'OBJECTION_DECIDED', about: decision?.id }));
  expect(objection?.type).toBe('ObjectionFiled');
  expect((await letters('SAGENN')).rows.map(({ kind }) => kind)).toEqual(['REJECTED']);
});

const objectionId = `${ANJA}.o`;
const filed = (subjectEventId: string): Told => ({
  type: 'ObjectionFiled',
  payload: { claimId: CLAIM, objectionId, by: 'CLIENT', subjectEventId, filedOn: '2026-03-20', late: false },
});
const DISMISSED: Told = {
  type: 'ObjectionDecided',
  payload: {
    claimId: CLAIM,
    objectionId,
    outcome: 'DISMISSED',
    setAside: [],
    grounds: 'NO_NEW_FACTS',
    decidedOn: '2026-04-01',
  },
};
