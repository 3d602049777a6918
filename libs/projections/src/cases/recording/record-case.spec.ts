import { dayOf, textOf } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { CASE_STREAM, claimIdOf } from './case-ids.js';
import { knownAt } from './known-prefixes.js';
import { type CaseToRun, readCaseFile } from '../files/read-case-file.js';
import { recordCase, recordedOn } from './record-case.js';

const FACTS = [
  '{e: BenefitGranted, id: b1, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04}',
  '{e: BenefitStopped, ref: b1, date: 2008-09-02, reason: UNKNOWN, rec: 2008-09-03}',
  '{e: BenefitStopped, ref: b1, date: 2008-09-01, reason: WORK_EMPLOYMENT, rec: 2008-09-03}',
  '{e: ContractRegistered, id: K1, provider: A, from: 2007-01-01, to: 2009-01-01, rec: 2007-01-02}',
  '{e: ContractRegistered, id: K1, provider: A, from: 2009-01-01, rec: 2008-12-02}',
  '{e: AffiliationRegistered, provider: A, employer: "firm & sons", from: 2008-01-01, rec: 2008-10-02}',
  '{e: PlacementStarted, id: j1, employer: "firm & sons", date: 2008-09-01, form: REGULAR, hours: 19.25, rec: 2008-10-02}',
  '{e: PlacementEnded, ref: j1, date: 2008-12-01, rec: 2008-10-02}',
  '{e: ClientStatement, job: j1, contribution: NONE, rec: 2008-10-03}',
  '{e: ClientStatement, job: j1, contribution: DECISIVE, rec: 2008-10-03}',
  '{e: ClaimPaid, claim: other, provider: B, episode: 2008-09-01, amount: 100, date: 2008-12-02, rec: 2008-12-03}',
  '{e: BenefitGranted, id: bX, kind: STUDY, from: 2008-10-01, rec: 2008-10-04}',
  '{e: FactRetracted, target: bX, reason: WRONG_PERSON, rec: 2008-10-05}',
  '{e: FactRetracted, target: K1, rec: 2008-12-24}',
];

const TERMS = { definitionId: 'NL-STD', evidence: [] };

async function caseOf(facts: readonly string[]): Promise<CaseToRun> {
  const text = `case: one
preset: NL-STD@1
facts:\n${facts.map((fact) => `  - ${fact}\n`).join('')}
claims: [{id: c1, provider: A, traject: none, job: j1, submitted: 2009-12-01}]
checks: [{c: c1, at: 2008-12-01}]`;
  const read = await readCaseFile('x.yaml', text, {
    presets: new Set(['NL-STD@1']),
    beside: () => Promise.reject(new Error('none')),
  });
  if ('problems' in read || read.cases[0] === undefined) throw new Error(JSON.stringify(read));
  return read.cases[0];
}
const told = ({ type, payload, recordedAt }: RecordedEvent) => ({ type, payload, recordedAt });

describe('the ledger of a case', () => {
  it('is the same in any order of the facts', async () => {
    const one = await recordCase(await caseOf(FACTS), TERMS);
    const other = await recordCase(await caseOf(FACTS.toReversed()), TERMS);
    expect(other.facts.map(told)).toEqual(one.facts.map(told));
  });

  it('holds each fact on the day it was recorded, ends after starts and the end that holds last', async () => {
    const { facts } = await recordCase(await caseOf(FACTS), TERMS);
    expect(facts.map((event) => `${textOf(recordedOn(event))} ${event.type}`)).toEqual([
      '2007-01-02 ContractRegistered',
      '2008-01-04 BenefitGranted',
      '2008-09-03 BenefitStopped',
      '2008-09-03 BenefitStopped',
      '2008-10-02 AffiliationRegistered',
      '2008-10-02 PlacementStarted',
      '2008-10-02 PlacementEnded',
      '2008-10-03 ClientStatement',
      '2008-10-03 ClientStatement',
      '2008-10-04 BenefitGranted',
      '2008-10-05 FactRetracted',
      '2008-12-02 ContractRegistered',
      '2008-12-03 ClaimPaid',
      // K1 names two registrations: one on a stream of its own, so the retraction is told on the client's.
      '2008-12-24 FactRetracted',
      '2008-12-24 FactRetracted',
    ]);
    expect(facts[3]?.payload).toMatchObject({ validFrom: '2008-09-02' });
    expect(facts[8]?.payload).toMatchObject({ contribution: 'NONE' });
  });

  it('begins with the claims, also one that only its payment tells of', async () => {
    const { claims } = await recordCase(await caseOf(FACTS), TERMS);
    expect(claims.map(({ stream, payload }) => ({ stream, payload }))).toMatchObject([
      { stream: CASE_STREAM, payload: { claimId: claimIdOf('c1'), providerId: 'A', submittedOn: '2009-12-01' } },
      { stream: CASE_STREAM, payload: { claimId: claimIdOf('other'), providerId: 'B', submittedOn: '2008-12-02' } },
    ]);
    expect(claims[0]?.payload).not.toHaveProperty('trajectId');
  });

  it('knows on a day what was recorded by the end of it, and hides what was retracted', async () => {
    const days = ['2007-01-01', '2008-10-04', '2008-10-05', '2008-12-23', '2008-12-24'].map(dayOf);
    const known = knownAt(await recordCase(await caseOf(FACTS), TERMS), days.toReversed());
    const seen = days.map((day) => {
      const then = known.get(day);
      return [then?.file.facts.length, then?.terms.contracts.get('K1')?.registrations.length ?? 0];
    });
    expect(seen).toEqual([
      [0, 0],
      [8, 1],
      [7, 1],
      [7, 2],
      [7, 0],
    ]);
  });

  it('forgets an affiliation from the day it was retracted', async () => {
    const AFFILIATED =
      '{e: AffiliationRegistered, id: a1, provider: A, employer: B, from: 2008-01-01, rec: 2008-01-02}';
    const facts = [AFFILIATED, '{e: FactRetracted, target: a1, rec: 2008-01-04}'];
    const days = ['2008-01-03', '2008-01-04'].map(dayOf);
    const known = knownAt(await recordCase(await caseOf(facts), TERMS), days);
    expect(days.map((day) => known.get(day)?.terms.affiliations.size)).toEqual([1, 0]);
  });
});
