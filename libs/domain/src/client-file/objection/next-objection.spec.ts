import {
  applicationStarted,
  approve,
  approver2,
  benefits,
  C1,
  C2,
  CLAIM_IN_STATE,
  decideObjection,
  fact,
  factOf,
  fileObjection,
  finance,
  given,
  lastingOutflow,
  officer,
  orderPayment,
  provider,
  registry,
  relapse,
  releaseNotice,
  seen,
  settlePayment,
  submitClaim,
  termsWith,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const TOLD = '2009-05-09';
const LAPSED = '2009-06-16';

/** Made known and objected to. */
function objected(file: GivenFile, subjectEventId: string, day = TOLD): GivenFile {
  const letter = { ...(releaseNotice(file) as Extract<ClientFileCommand, { type: 'ReleaseNotice' }>), subjectEventId };
  const known = file.after(letter, officer(5), day);
  return known.after(fileObjection(known, subjectEventId), provider(), day);
}

const attribute = (shares: Record<string, number>): ClientFileCommand => ({
  type: 'DecideAttribution',
  jobId: 'j1',
  shares,
  grounds: 'G',
});

/** An expiry for want of evidence that turned out wrong. */
function revived(expired: GivenFile): GivenFile {
  const open = objected(expired, expired.claim(C1).ended?.eventId ?? '', LAPSED);
  return open.after(decideObjection('UPHELD', 'EVIDENCE_MISSING'), approver2(6), LAPSED);
}

describe('The next objection', () => {
  it('is not for who decided the one before', () => {
    const early = applicationStarted({ validFrom: '2008-01-15' });
    const past = lastingOutflow().filter(({ type }) => type !== 'ServiceDelivered' && type !== 'ApplicationStarted');
    const rejected = given(...past, early)
      .after(submitClaim(), provider())
      .after(relapse, benefits());
    const first = objected(rejected, seen(rejected).determinationId);
    const partly = first.after(decideObjection('PARTLY', 'SELF_FOUND_BEFORE_INTAKE'), approver2(6), TOLD);
    expect(partly.claim(C1).determination?.payload.fail).toEqual(['RELAPSE_WITHIN_SUSTAIN']);
    const { determinationId: subjectEventId } = seen(partly);
    const day = '2009-05-20';
    const letter: ClientFileCommand = { type: 'ReleaseNotice', claimId: C1, subjectEventId, letterId: 'L9' };
    const known = partly.after(letter, officer(5), day);
    const next = known.after(fileObjection(known, subjectEventId, `${C1}p`), provider(), day);
    const dismiss = { ...decideObjection('DISMISSED'), objectionId: `${C1}p` } as ClientFileCommand;
    expect(next.when(dismiss, approver2(6), day).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(next.when(dismiss, approver2(8), day).refusal).toBeUndefined();
  });

  it('is not for who attributed the job, also where that was attributed anew since', () => {
    const other = trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' });
    const rejected = given(...lastingOutflow(), other)
      .after(submitClaim(), provider())
      .after(attribute({ SAGENN: 10_000 }), officer(3));
    const open = objected(rejected, seen(rejected).determinationId);
    const anew = open.after(attribute({ SAGENN: 9000, PASWERK: 1000 }), officer(4), TOLD);
    const by = (id: string) => anew.when(decideObjection('DISMISSED'), { ...approver2(), id }, TOLD).refusal?.code;
    expect([by(officer(3).id), by(officer(4).id), by('approver2-8')]).toEqual([
      'SEPARATION_OF_DUTIES',
      'SEPARATION_OF_DUTIES',
      undefined,
    ]);
  });
});

describe('A claim that an upheld objection revived', () => {
  it('once paid and closed leaves no room for the same claim', () => {
    const lives = revived(CLAIM_IN_STATE.EXPIRED().given);
    const one = lives.after(approve(lives), officer(), LAPSED);
    const both = one.after(approve(one), approver2(), LAPSED);
    const ordered = both.after(orderPayment(both), officer(9), LAPSED);
    const paid = ordered.after(settlePayment(ordered, C1, LAPSED), finance(), LAPSED);
    const closed = paid.after({ type: 'CloseClaim', claimId: C1 }, SYSTEM, '2014-06-18');
    const again = closed.when(submitClaim({ claimId: C2 }), provider(), '2014-06-18');
    expect(again.refusal?.code).toBe('DUPLICATE_SUBMISSION');
  });

  it('has a code that two rules gave set aside for each of them while what that rule read stays the same', () => {
    const past = lastingOutflow().filter(({ type }) => type !== 'PlacementStarted');
    const submitted = given(...past, fact('PlacementStarted', HOURLESS, registry()))
      .under(termsWith({ parameters: { requiredEvidence: ['PAYSLIP'], minHours: 1200 } }))
      .after(submitClaim(), provider());
    const lives = revived(submitted.after({ type: 'ExpireClaim', claimId: C1 }, SYSTEM, LAPSED));
    expect(wanting(lives)).toEqual(['R4 INFO', 'R19 INFO']);
    const corrected: ClientFileCommand = {
      type: 'CorrectFact',
      targetEventId: lives.file.facts.find(({ type }) => type === 'PlacementStarted')?.id ?? '',
      reason: 'WRONG_DATE',
      fact: factOf('PlacementStarted', { ...HOURLESS, validFrom: '2008-09-02' }, registry()),
    };
    expect(wanting(lives.after(corrected, registry(), LAPSED))).toEqual(['R4 INFO', 'R19 UNKNOWN']);
  });
});

const HOURLESS = { jobId: 'j1', employerId: 'BEVEILIGER', form: 'REGULAR', validFrom: '2008-09-01' } as const;
const wanting = (file: GivenFile): readonly string[] =>
  (file.claim(C1).determination?.payload.rules ?? [])
    .filter(({ code }) => code === 'EVIDENCE_MISSING')
    .map(({ rule, result }) => `${rule} ${result}`);
