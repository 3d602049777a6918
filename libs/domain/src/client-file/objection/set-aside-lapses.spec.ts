import {
  approver2,
  benefits,
  C1,
  decideObjection,
  factOf,
  fileObjection,
  type GivenFile,
  given,
  lastingOutflow,
  officer,
  provider,
  registry,
  releaseNotice,
  seen,
  submitClaim,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';

type Recorded = Extract<ClientFileCommand, { type: 'RecordFact' }>['fact'];
const record = (fact: Recorded): ClientFileCommand => ({ type: 'RecordFact', fact });
const granted = (benefitId: string, kind: 'BIJSTAND' | 'WW', validFrom: string) =>
  record(factOf('BenefitGranted', { benefitId, kind, validFrom }, benefits()));
const stopped = (benefitId: string, validFrom: string) =>
  record(factOf('BenefitStopped', { benefitId, reason: 'WORK_EMPLOYMENT', validFrom }, benefits()));
const ended = (jobId: string, validFrom: string) => record(factOf('PlacementEnded', { jobId, validFrom }, registry()));
const started = (jobId: string, validFrom: string) =>
  record(
    factOf(
      'PlacementStarted',
      { jobId, employerId: 'ANDER', form: 'REGULAR', weeklyHours: 3600, validFrom },
      registry(),
    ),
  );

const MONTH = '2009-05-1';
const after = (file: GivenFile, commands: readonly ClientFileCommand[], day?: string) =>
  commands.reduce(
    (so, command) => so.after(command, JSON.stringify(command).includes('Placement') ? registry() : benefits(), day),
    file,
  );

/** The claim rejected for one code, and the objection against it upheld. */
function upheld(code: string, facts: readonly ClientFileCommand[]): GivenFile {
  const rejected = after(given(...lastingOutflow()), facts).after(submitClaim(), provider());
  expect(said(rejected)).toEqual(['REJECTED', [code]]);
  const known = rejected.after(releaseNotice(rejected), officer(5), `${MONTH}0`);
  const open = known.after(fileObjection(known, seen(known).determinationId), provider(), `${MONTH}1`);
  const decided = open.after(decideObjection('UPHELD', code), approver2(8), `${MONTH}2`);
  expect(said(decided)).toEqual(['ELIGIBLE', []]);
  return decided;
}
function said(file: GivenFile) {
  const decision = file.claim(C1).determination?.payload;
  return [decision?.outcome, decision?.fail];
}

describe('What an objection set aside counts again', () => {
  it.each([
    ['RELAPSE_WITHIN_SUSTAIN', 'BIJSTAND'],
    ['OTHER_BENEFIT_IN_SUSTAIN', 'WW'],
  ] as const)('after a second benefit: %s', (code, kind) => {
    const file = upheld(code, [granted('b2', kind, '2008-12-01'), stopped('b2', '2008-12-02')]);
    expect(said(after(file, [granted('b3', kind, '2009-01-01')], `${MONTH}3`))).toEqual(['REJECTED', [code]]);
    expect(said(after(file, [granted('b3', kind, '2009-04-01')], `${MONTH}3`))).toEqual(['ELIGIBLE', []]);
  });

  it('after the end of the relapse is told', () => {
    const code = 'RELAPSE_WITHIN_SUSTAIN';
    const file = upheld(code, [granted('b2', 'BIJSTAND', '2008-12-01')]);
    expect(said(after(file, [stopped('b2', '2009-02-01')], `${MONTH}3`))).toEqual(['REJECTED', [code]]);
  });

  it('after the next job turns out to have ended too', () => {
    const code = 'EMPLOYMENT_GAP_EXCEEDED';
    const file = upheld(code, [ended('j1', '2008-10-01'), started('j2', '2008-11-01')]);
    expect(said(after(file, [ended('j2', '2008-11-03')], `${MONTH}3`))).toEqual(['REJECTED', [code]]);
  });
});
