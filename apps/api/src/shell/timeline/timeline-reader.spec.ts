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
  const shown = async () => {
    const { file } = await readClientFile(ledger, STREAM);
    const events: RecordedEvent[] = [];
    for await (const event of ledger.readStream(STREAM)) events.push(event);
    return events.flatMap((event) => readerOf(SAGENN, ANJA, file)?.show(event) ?? []);
  };
  const seen = async (): Promise<readonly string[]> => (await shown()).map(({ type }) => type);
  return { tell, seen, shown };
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
  expect(await seen()).toEqual(['ClaimSubmitted', 'ClaimDetermined', 'DecisionNotified']);
});

test('a determination is in its provider’s course of the file once a letter told of it, without codes or hash', async () => {
  const { tell, seen, shown } = office();
  const rejected = { fail: ['OUTFLOW_ALREADY_PAID'], episodeOn: '2026-01-01', definition: 'NL-STD@1' };
  await tell(submitted(CLAIM, 'SAGENN'), submitted(`${ANJA}.b`, 'PASWERK'));
  const [request] = await tell(determined(CLAIM, 'REVIEW', { hash: 'a', open: ['EVIDENCE_MISSING'] }));
  await tell(notified(CLAIM, { kind: 'INCOMPLETE', about: request?.id }));
  await tell(determined(CLAIM, 'ELIGIBLE', { hash: 'b', cents: 300_000 }));
  const [rejection] = await tell(determined(CLAIM, 'REJECTED', { hash: 'c', ...rejected }));
  const [rivals] = await tell(determined(`${ANJA}.b`, 'ELIGIBLE', { hash: 'd', cents: 300_000 }));
  expect(await seen()).toEqual(['ClaimSubmitted', 'DecisionNotified']);
  await tell(notified(CLAIM, { kind: 'REJECTED', about: rejection?.id }));
  await tell(notified(`${ANJA}.b`, { kind: 'POSITIVE', about: rivals?.id }));
  expect(await seen()).toEqual(['ClaimSubmitted', 'DecisionNotified', 'ClaimDetermined', 'DecisionNotified']);
  const told = (await shown()).find(({ type }) => type === 'ClaimDetermined');
  expect(told?.eventId).toBe(rejection?.id);
  expect(told?.fields).toEqual({ claimId: CLAIM, outcome: 'REJECTED', definition: 'NL-STD@1' });
});
