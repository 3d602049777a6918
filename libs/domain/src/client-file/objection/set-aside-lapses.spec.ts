import {
  approver2,
  benefits,
  caseManager,
  C1,
  CLAIM_IN_STATE,
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
const granted = (benefitId: string, kind: 'BIJSTAND' | 'WW', validFrom: string) =>
  factOf('BenefitGranted', { benefitId, kind, validFrom }, benefits());
const stopped = (benefitId: string, validFrom: string) =>
  factOf('BenefitStopped', { benefitId, reason: 'WORK_EMPLOYMENT', validFrom }, benefits());
const ended = (jobId: string, validFrom: string) => factOf('PlacementEnded', { jobId, validFrom }, registry());
const started = (jobId: string, validFrom: string) =>
  factOf('PlacementStarted', { jobId, employerId: 'ANDER', form: 'REGULAR', weeklyHours: 3600, validFrom }, registry());

const held = (validFrom: string) => factOf('IntakeHeld', { trajectId: 't1', validFrom }, caseManager());

const MONTH = '2009-05-1';
const tellerOf = ({ type }: Recorded) => {
  if (type === 'IntakeHeld') return caseManager();
  return type.startsWith('Placement') ? registry() : benefits();
};
const after = (file: GivenFile, facts: readonly Recorded[], day?: string) =>
  facts.reduce((so, told) => so.after({ type: 'RecordFact', fact: told }, tellerOf(told), day), file);

/** The claim rejected for one code, and the objection against it upheld. */
function upheld(code: string, facts: readonly Recorded[]): GivenFile {
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

  it('after the job that filled a part of the gap turns out to have been subsidised', () => {
    const code = 'EMPLOYMENT_GAP_EXCEEDED';
    const file = upheld(code, [ended('j1', '2008-10-01'), started('j2', '2008-11-01')]);
    const told = { fundingId: 'f1', jobId: 'j2', scheme: 'WIW', payer: 'GEM' } as const;
    const subsidised = factOf(
      'JobSubsidyStarted',
      { ...told, validFrom: '2008-12-01', validTo: '2009-01-01' },
      benefits(),
    );
    expect(said(after(file, [subsidised], `${MONTH}3`))).toEqual(['REJECTED', [code]]);
  });

  it('after the day of the intake turns out to be another', () => {
    const code = 'SELF_FOUND_BEFORE_INTAKE';
    const file = upheld(code, [held('2008-08-10')]);
    expect(said(after(file, [held('2008-08-20')], `${MONTH}3`))).toEqual(['REJECTED', [code]]);
  });
});

describe('What an objection sets aside', () => {
  it('is what the rule says by then, where more was told since the letter', () => {
    const code = 'RELAPSE_WITHIN_SUSTAIN';
    const relapsed = [granted('b2', 'BIJSTAND', '2008-12-01'), stopped('b2', '2008-12-02')];
    const rejected = after(given(...lastingOutflow()), relapsed).after(submitClaim(), provider());
    const known = rejected.after(releaseNotice(rejected), officer(5), `${MONTH}0`);
    const open = known.after(fileObjection(known, seen(known).determinationId), provider(), `${MONTH}1`);
    const more = after(open, [granted('b3', 'BIJSTAND', '2009-01-01'), stopped('b3', '2009-01-02')], `${MONTH}2`);
    expect(said(more.after(decideObjection('UPHELD', code), approver2(8), `${MONTH}3`))).toEqual(['ELIGIBLE', []]);
  });

  it('is what the rule says, where an officer had failed it in review', () => {
    const code = 'NO_CONTRIBUTION_EVIDENCE';
    const failing = { type: 'ResolveReview', claimId: C1, codes: [code], result: 'FAILED', grounds: 'SEEN' } as const;
    const failed = CLAIM_IN_STATE.IN_REVIEW().given.after(failing, officer(1));
    expect(said(failed)).toEqual(['REJECTED', [code]]);
    const known = failed.after(releaseNotice(failed), officer(5), `${MONTH}0`);
    const open = known.after(fileObjection(known, seen(known).determinationId), provider(), `${MONTH}1`);
    expect(said(open.after(decideObjection('UPHELD', code), approver2(8), `${MONTH}2`))).toEqual(['ELIGIBLE', []]);
  });
});
