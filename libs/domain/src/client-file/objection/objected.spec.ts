import {
  approve,
  approver2,
  benefits,
  C1,
  CLAIM_IN_STATE,
  client,
  clawbackOf,
  decideObjection,
  factOf,
  fileObjection,
  given,
  lastingOutflow,
  officer,
  provider,
  refuseApproval,
  releaseClawbackNotice,
  releaseNotice,
  seen,
  applicationStarted,
  submitClaim,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import { decisionTerm } from './decision-term.js';
import type { ClientFileCommand } from '../commands.js';

const TOLD = '2009-05-09';
const told = (): GivenFile => {
  const rejected = CLAIM_IN_STATE.REJECTED().given;
  return rejected.after(releaseNotice(rejected), officer(5), TOLD);
};
const about = (file: GivenFile): string => seen(file).determinationId;
const filed = (): GivenFile => told().after(fileObjection(told(), about(told())), provider(), TOLD);
const withdraw: ClientFileCommand = { type: 'WithdrawObjection', objectionId: `${C1}o` };
const filedOn = (day: string) => told().when(fileObjection(told(), about(told())), provider(), day).events;
const refusalOf = (command: ClientFileCommand) => filed().when(command, approver2(8), TOLD).refusal;
const objection = ({ file }: GivenFile) => file.objections[0];
const CODE = 'SELF_FOUND_BEFORE_INTAKE';

describe('Filing an objection', () => {
  it('within six weeks of the letter, its last day included', () => {
    expect(filedOn('2009-06-20')).toMatchObject([{ type: 'ObjectionFiled', payload: { late: false, by: 'PROVIDER' } }]);
    expect(filedOn('2009-06-21')).toMatchObject([{ payload: { late: true } }]);
  });

  it('only against what was made known', () => {
    const rejected = CLAIM_IN_STATE.REJECTED().given;
    expect(rejected.when(fileObjection(rejected, about(rejected)), provider()).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('is heard once per party; a second party is added to the open one', () => {
    expect(filed().when(fileObjection(filed(), about(filed())), provider(), TOLD).events).toEqual([]);
    const other = fileObjection(filed(), about(filed()), `${C1}p`);
    expect(filed().when(other, provider(), TOLD).refusal?.code).toBe('STATE_FORBIDS');
    const both = filed().when(other, client(), TOLD);
    expect(both.events).toMatchObject([{ payload: { by: 'CLIENT', objectionId: `${C1}o` } }]);
    expect(both.given.file.objections).toMatchObject([{ parties: ['PROVIDER', 'CLIENT'], state: 'OPEN' }]);
  });

  it('an id that another objection has is no id for this one', () => {
    const decided = filed().after(decideObjection('DISMISSED'), approver2(8), TOLD);
    const claimed = decided.after(submitClaim({ claimId: `${C1}b`, milestone: 'MONTH_12' }), provider(), TOLD);
    const notice: ClientFileCommand = {
      type: 'ReleaseNotice',
      claimId: `${C1}b`,
      subjectEventId: seen(claimed, `${C1}b`).determinationId,
      letterId: 'L4',
    };
    const again = claimed.after(notice, officer(5), '2009-05-20');
    const reused: ClientFileCommand = {
      type: 'FileObjection',
      claimId: `${C1}b`,
      objectionId: `${C1}o`,
      subjectEventId: seen(claimed, `${C1}b`).determinationId,
    };
    expect(again.when(reused, provider(), '2009-05-20').refusal?.code).toBe('ID_REUSED');
  });

  it('goes on beneath: the claim is decided again while nobody approves', () => {
    const file = filed();
    expect(file.when(approve(file), officer(), TOLD).refusal?.code).toBe('STATE_FORBIDS');
    const cleared = file.after(
      {
        type: 'CorrectFact',
        targetEventId: file.file.facts.find(({ type }) => type === 'ApplicationStarted')?.id ?? '',
        reason: 'WRONG_DATE',
        fact: factOf('ApplicationStarted', { jobId: 'j1', by: 'PROVIDER', validFrom: '2008-08-04' }),
      },
      provider(),
      TOLD,
    );
    expect(cleared.standing(C1, TOLD)).toMatchObject({ state: 'IN_OBJECTION', beneath: 'ELIGIBLE' });
  });
});

describe('Each party’s own objection', () => {
  const LATE = '2009-06-21';
  const joined = (): GivenFile => filed().after(fileObjection(filed(), about(filed()), `${C1}p`), client(), LATE);

  it('is late by itself; together they are in time while one of those that stand is', () => {
    expect(objection(joined())).toMatchObject({
      filedOn: TOLD,
      late: false,
      filings: [
        { by: 'PROVIDER', filedOn: TOLD, late: false },
        { by: 'CLIENT', filedOn: LATE, late: true },
      ],
    });
    const left = joined().after(withdraw, provider(), LATE);
    expect(objection(left)).toMatchObject({ state: 'OPEN', parties: ['CLIENT'], filedOn: LATE, late: true });
  });

  it('taken back is taken back for that party, heard once, and may be filed anew', () => {
    const left = joined().after(withdraw, client(), LATE);
    expect(objection(left)).toMatchObject({ state: 'OPEN', parties: ['PROVIDER'] });
    expect(left.when(withdraw, client(), LATE)).toMatchObject({ events: [] });
    const decided = left.after(decideObjection('DISMISSED'), approver2(8), LATE);
    expect(decided.when(withdraw, client(), LATE)).toMatchObject({ events: [] });
    const anew = left.after(fileObjection(left, about(left), `${C1}q`), client(), LATE);
    expect(objection(anew)).toMatchObject({ parties: ['PROVIDER', 'CLIENT'], changes: 4 });
  });
});

describe('Taking an objection back', () => {
  it('by who filed it; another party’s goes on', () => {
    const both = filed().after(fileObjection(filed(), about(filed()), `${C1}p`), client(), TOLD);
    const one = both.after(withdraw, provider(), TOLD);
    expect(one.standing(C1, TOLD).state).toBe('IN_OBJECTION');
    expect(one.after(withdraw, client(), TOLD).standing(C1, TOLD).state).toBe('REJECTED');
  });

  it('is heard once, and is nobody else’s to do', () => {
    const back = filed().after(withdraw, provider(), TOLD);
    expect(back.when(withdraw, provider(), TOLD)).toMatchObject({ events: [] });
    expect(filed().when(withdraw, client(), TOLD).refusal?.code).toBe('NOT_FOUND');
    expect(filed().when(withdraw, provider('SAGENN'), TOLD).refusal?.code).toBe('NOT_FOUND');
    const decided = filed().after(decideObjection('DISMISSED'), approver2(8), TOLD);
    expect(decided.when(withdraw, provider(), TOLD).refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('Deciding on an objection', () => {
  it('upheld, the code it names counts as passed and the claim is decided again in the same append', () => {
    const outcome = filed().when(decideObjection('UPHELD', CODE), approver2(8), TOLD);
    expect(outcome.types).toEqual(['ObjectionDecided', 'ClaimDetermined']);
    expect(outcome.given.standing(C1, TOLD).state).toBe('ELIGIBLE');
    const rules = outcome.given.claim(C1).determination?.payload.rules ?? [];
    expect(rules.flatMap(({ result, code }) => (result === 'INFO' ? [code] : []))).toEqual([
      CODE,
      'REOPENED_IN_FAVOUR',
    ]);
  });

  it('until a fact that the rule read changes', () => {
    const upheld = filed().after(decideObjection('UPHELD', CODE), approver2(8), TOLD);
    const earlier = factOf('ApplicationStarted', { jobId: 'j1', by: 'CLIENT', validFrom: '2008-01-10' }, client());
    const turned = upheld.after({ type: 'RecordFact', fact: earlier }, client(), TOLD);
    expect(turned.standing(C1, TOLD).state).toBe('REJECTED');
  });

  it('dismissed, the claim is where it now is', () => {
    const outcome = filed().when(decideObjection('DISMISSED'), approver2(8), TOLD);
    expect(outcome.types).toEqual(['ObjectionDecided']);
    expect(outcome.given.standing(C1, TOLD).state).toBe('REJECTED');
    expect(outcome.given.when(decideObjection('DISMISSED'), approver2(9), TOLD).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('once: not again while another party’s is open against the same decision', () => {
    const decided = filed().after(decideObjection('DISMISSED'), approver2(8), TOLD);
    const another = decided.after(fileObjection(decided, about(decided), `${C1}p`), client(), TOLD);
    expect(another.standing(C1, TOLD).state).toBe('IN_OBJECTION');
    expect(another.when(decideObjection('UPHELD', CODE), approver2(9), TOLD).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('names only what can be set aside, and only where it upholds', () => {
    expect(refusalOf(decideObjection('DISMISSED', CODE))).toEqual({
      code: 'CODE_NOT_RESOLVABLE',
      data: { code: CODE },
    });
    expect(refusalOf(decideObjection('UPHELD', 'CLAIM_LATE'))?.code).toBe('CODE_NOT_RESOLVABLE');
    expect(refusalOf(decideObjection('PARTLY'))?.code).toBe('CODE_NOT_RESOLVABLE');
  });

  it('never what belongs to another provider: upheld, the facts are to be corrected', () => {
    const rejected = given(
      ...lastingOutflow().filter(({ type }) => type !== 'ApplicationStarted'),
      applicationStarted({ validFrom: '2008-08-04' }),
      trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2', validFrom: '2008-03-01' }),
    ).after(submitClaim(), provider());
    expect(rejected.claim(C1).determination?.payload.fail).toEqual(['OUTFLOW_CREDITED_TO_OTHER']);
    const known = rejected.after(releaseNotice(rejected), officer(5), TOLD);
    const file = known.after(fileObjection(known, about(known)), provider(), TOLD);
    const never = decideObjection('UPHELD', 'OUTFLOW_CREDITED_TO_OTHER');
    expect(file.when(never, approver2(8), TOLD).refusal?.code).toBe('CODE_NOT_RESOLVABLE');
    expect(file.after(decideObjection('UPHELD'), approver2(8), TOLD).standing(C1, TOLD).state).toBe('REJECTED');
  });

  it('an expired claim lives again when it is upheld, and only then', () => {
    const { given: expired, today } = CLAIM_IN_STATE.EXPIRED();
    const eventId = expired.claim(C1).ended?.eventId ?? '';
    const letter: ClientFileCommand = {
      ...(releaseNotice(expired) as Extract<ClientFileCommand, { type: 'ReleaseNotice' }>),
      subjectEventId: eventId,
    };
    const known = expired.after(letter, officer(5), today);
    const open = known.after(fileObjection(known, eventId), provider(), today);
    expect(open.after(decideObjection('DISMISSED'), approver2(8), today).standing(C1, today).state).toBe('EXPIRED');
    const upheld = open.after(decideObjection('UPHELD', 'EVIDENCE_MISSING'), approver2(8), today);
    expect(upheld.standing(C1, today).state).toBe('ELIGIBLE');
  });

  it('against a clawback: its codes set aside, nothing is asked back any more', () => {
    const { given: decided, today } = CLAIM_IN_STATE.CLAWBACK_DECIDED();
    const known = decided.after(releaseClawbackNotice(decided), officer(5), today);
    const subject = clawbackOf(known).decision?.eventId ?? '';
    const open = known.after(fileObjection(known, subject), provider(), today);
    expect(open.standing(C1, today)).toMatchObject({ state: 'IN_OBJECTION', beneath: 'CLAWBACK_DECIDED' });
    const outcome = open.when(decideObjection('UPHELD', 'RELAPSE_WITHIN_SUSTAIN'), approver2(8), today);
    expect(outcome.types).toEqual(['ObjectionDecided', 'ClaimDetermined', 'ClawbackWithdrawn']);
    expect(outcome.given.standing(C1, today).state).toBe('PAID');
  });

  it('is not for who acted on the decision, be it void, nor for who made it known', () => {
    const one = CLAIM_IN_STATE.APPROVED_1().given; // Approved by officer 1.
    const held = one.after(refuseApproval(one), approver2(3));
    const turned = held.after(
      {
        type: 'RecordFact',
        fact: factOf('ApplicationStarted', { jobId: 'j1', by: 'CLIENT', validFrom: '2008-01-15' }, client()),
      },
      client(),
    );
    const known = turned.after(releaseNotice(turned), officer(5), TOLD);
    const open = known.after(fileObjection(known, about(known)), provider(), TOLD);
    const by = (id: string) => open.when(decideObjection('DISMISSED'), { ...approver2(), id }, TOLD).refusal?.code;
    expect(['officer-1', 'approver2-3', 'officer-5', 'approver2-8'].map(by)).toEqual([
      'SEPARATION_OF_DUTIES',
      'SEPARATION_OF_DUTIES',
      'SEPARATION_OF_DUTIES',
      undefined,
    ]);
  });

  it.each(['ExternalClaimReported', 'SelfPlacementConfirmed'] as const)(
    'is not for who recorded a %s, also once that was retracted',
    (type) => {
      const both = { ...officer(), id: 'both' };
      const funder = type === 'ExternalClaimReported' ? { funder: 'UWV', status: 'PAID' } : {};
      const claimed = given(...lastingOutflow(), applicationStarted({ validFrom: '2008-01-15' }), {
        ...factOf(type, { jobId: 'j1', ...funder }),
        by: both,
      }).after(submitClaim(), provider());
      const known = claimed.after(releaseNotice(claimed), officer(5), TOLD);
      const open = known.after(fileObjection(known, about(known)), provider(), TOLD);
      const targetEventId = open.stream.find((one) => one.type === type)?.id ?? '';
      const retracted = open.after({ type: 'RetractFact', targetEventId, reason: 'WRONG_PERSON' }, benefits(), TOLD);
      const by = (id: string) =>
        retracted.when(decideObjection('DISMISSED'), { ...approver2(), id }, TOLD).refusal?.code;
      expect(['both', 'approver2-8'].map(by)).toEqual(['SEPARATION_OF_DUTIES', undefined]);
    },
  );

  it('in time is six weeks after the term for objecting, and six more; a late one’s from its own day', () => {
    expect(decisionTerm({ filedOn: '2009-05-12', termUntilOn: '2009-06-20' })).toEqual({
      decideByOn: '2009-08-01',
      postponedUntilOn: '2009-09-12',
    });
    expect(decisionTerm({ filedOn: '2009-06-21', termUntilOn: '2009-06-20' }).decideByOn).toBe('2009-08-02');
  });

  it('the decision is made known too, and the court’s term runs from there', () => {
    const decided = filed().after(decideObjection('DISMISSED'), approver2(8), TOLD);
    const subjectEventId = decided.file.objections[0]?.decision?.eventId ?? '';
    const notice: ClientFileCommand = { type: 'ReleaseNotice', claimId: C1, subjectEventId, letterId: 'L5' };
    expect(decided.when(notice, officer(), TOLD).events).toMatchObject([
      { payload: { kind: 'OBJECTION_DECIDED', termUntilOn: '2009-06-20' } },
    ]);
  });
});
