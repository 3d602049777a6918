import { memoryLedger, type RecordedEvent } from '@uitkomst/ledger';
import { readClientFile } from '@uitkomst/projections';
import { determined, notified, record, submitted, type Told } from '@uitkomst/projections/testing';
import type { Principal } from '../auth/principal.js';
import { readerOf } from './timeline-reader.js';

const ANJA = 'aaaaaaaaaaaaa';
const STREAM = `client-0392-${ANJA}`;
const CLAIM = `${ANJA}.a`;
const SAGENN: Principal = { subject: 'p-1', roles: ['PROVIDER'], orgId: 'SAGENN', municipality: '0392' };

function office() {
  const ledger = memoryLedger();
  const tell = (...events: Told[]) => record(ledger, STREAM, ...events);
  const seen = async (): Promise<readonly string[]> => {
    const { file } = await readClientFile(ledger, STREAM);
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readStream(STREAM)) events.push(event);
    return events.filter((event) => readerOf(SAGENN, ANJA, file)?.show(event)).map(({ type }) => type);
  };
  return { tell, seen };
}

test('that its claim expired is in a provider’s course of the file once a letter made it known', async () => {
  const { tell, seen } = office();
  await tell(submitted(CLAIM, 'SAGENN'), determined(CLAIM, 'PENDING', { open: ['EVIDENCE_MISSING'] }));
  const [expired] = await tell({ type: 'ClaimExpired', payload: { claimId: CLAIM, expiredOn: '2026-06-01' } });
  expect(await seen()).toEqual(['ClaimSubmitted']);
  await tell(notified(CLAIM, { kind: 'EXPIRED', about: expired?.id }));
  expect(await seen()).toEqual(['ClaimSubmitted', 'ClaimExpired', 'DecisionNotified']);
});

test('that the client objected and was answered is in no provider’s course of the file', async () => {
  const { tell, seen } = office();
  await tell(submitted(CLAIM, 'SAGENN'));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { fail: ['CLAIM_LATE'] }));
  const about = String(rejection?.id);
  await tell(notified(CLAIM, { kind: 'REJECTED', about }));
  const objectionId = `${ANJA}.o`;
  const filed = { objectionId, by: 'CLIENT', subjectEventId: about, filedOn: '2026-03-20', late: false };
  await tell({ type: 'ObjectionFiled', payload: { claimId: CLAIM, ...filed } });
  const dismissed = { outcome: 'DISMISSED', setAside: [], grounds: 'NO_NEW_FACTS', decidedOn: '2026-04-01' };
  const [decision] = await tell({ type: 'ObjectionDecided', payload: { claimId: CLAIM, objectionId, ...dismissed } });
  await tell(notified(CLAIM, { kind: 'OBJECTION_DECIDED', about: decision?.id }));
  expect(await seen()).toEqual(['ClaimSubmitted', 'DecisionNotified']);
});
