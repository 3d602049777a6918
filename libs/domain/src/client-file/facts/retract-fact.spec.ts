import {
  auditor,
  benefits,
  C1,
  caseManager,
  CLAIM_IN_STATE,
  factOf,
  given,
  idIn,
  lastingOutflow,
  officer,
  provider,
  registry,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';
import type { FactType } from '../events.js';

const retract = (targetEventId: string): ClientFileCommand => ({
  type: 'RetractFact',
  targetEventId,
  reason: 'WRONG_PERSON',
});
const idOfFact = ({ file }: GivenFile, type: FactType): string =>
  file.facts.find((fact) => fact.type === type)?.id ?? '';
const file = () => given(...lastingOutflow());

const correct = (past: GivenFile, fact: ReturnType<typeof factOf>): ClientFileCommand => ({
  type: 'CorrectFact',
  targetEventId: idOfFact(past, 'BenefitStopped'),
  reason: 'WRONG_DATE',
  fact,
});
const stopped = (validFrom: string) =>
  factOf('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom });

describe('RetractFact', () => {
  it('hides the fact from here on and decides every claim again without it', () => {
    const { given: eligible } = CLAIM_IN_STATE.ELIGIBLE();
    const outcome = eligible.when(retract(idOfFact(eligible, 'ServiceDelivered')), provider());
    expect(outcome.types).toEqual(['FactRetracted', 'ClaimDetermined']);
    expect(outcome.given.standing(C1).state).toBe('IN_REVIEW');
  });

  it('a fact recorded and retracted decides as if it had never been recorded', () => {
    const { given: eligible } = CLAIM_IN_STATE.ELIGIBLE();
    const relapse = factOf('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2009-01-05' });
    const there = eligible.after({ type: 'RecordFact', fact: relapse }, benefits());
    const back = there.after(retract(idIn(there.stream.length - 2)), benefits());
    expect(back.claim(C1).determination?.payload.decisionHash).toBe(
      eligible.claim(C1).determination?.payload.decisionHash,
    );
    expect(back.file.facts).toEqual(eligible.file.facts);
  });

  it('is for the role that recorded it, the benefits office and auditors', () => {
    const target = retract(idOfFact(file(), 'TrajectAssigned'));
    const codes = [caseManager(2), benefits(), auditor(), officer()].map(
      (actor) => file().when(target, actor).refusal?.code,
    );
    expect(codes).toEqual([undefined, undefined, undefined, 'ROLE_MAY_NOT_RECORD']);
  });

  it('a provider retracts only what it said itself, and is not told of anything else', () => {
    const sagenns = file().and(trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }));
    const service = retract(idOfFact(sagenns, 'ServiceDelivered'));
    expect(sagenns.when(service, provider('SAGENN')).refusal).toEqual({ code: 'NOT_FOUND' });
    expect(sagenns.when(retract(idOfFact(sagenns, 'BenefitGranted')), provider()).refusal).toEqual({
      code: 'NOT_FOUND',
    });
    expect(sagenns.when(service, provider('PASWERK', 2)).types).toEqual(['FactRetracted']);
  });

  it('money and decisions have reversals of their own, and a retraction is not retracted', () => {
    const { given: eligible } = CLAIM_IN_STATE.ELIGIBLE();
    const determination = eligible.claim(C1).determination?.id ?? '';
    expect(eligible.when(retract(determination), auditor()).refusal).toEqual({ code: 'FACT_NOT_RETRACTABLE' });
    const target = retract(idOfFact(eligible, 'ServiceDelivered'));
    const hidden = eligible.after(target, provider());
    expect(hidden.when(target, provider()).refusal).toEqual({ code: 'FACT_NOT_RETRACTABLE' });
    const retraction = hidden.stream.find(({ type }) => type === 'FactRetracted')?.id ?? '';
    expect(hidden.when(retract(retraction), auditor()).refusal).toEqual({ code: 'FACT_NOT_RETRACTABLE' });
  });

  it('what was never recorded cannot be retracted', () => {
    expect(file().when(retract(idIn(999)), benefits()).refusal).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('CorrectFact', () => {
  it('puts a new fact of the same kind in the place of the old one', () => {
    const outcome = file().when(correct(file(), stopped('2008-10-01')), benefits());
    expect(outcome.types).toEqual(['FactCorrected', 'BenefitStopped']);
    expect(outcome.events[1]).toMatchObject({ payload: { supersedes: idOfFact(file(), 'BenefitStopped') } });
    expect(outcome.given.file.facts.filter(({ type }) => type === 'BenefitStopped')).toHaveLength(1);
  });

  it('must make as much sense as any fact', () => {
    expect(file().when(correct(file(), stopped('2007-01-01')), benefits()).refusal?.code).toBe('INVALID_PERIOD');
  });

  it('never turns one kind of fact into another, and is refused to who may not change it', () => {
    const other = factOf('BenefitGranted', { benefitId: 'b7', kind: 'WW', validFrom: '2008-01-01' });
    expect(file().when(correct(file(), other), benefits()).refusal?.code).toBe('FACT_NOT_RETRACTABLE');
    expect(file().when(correct(file(), stopped('2008-10-01')), caseManager()).refusal?.code).toBe(
      'ROLE_MAY_NOT_RECORD',
    );
    const polis = { ...stopped('2008-10-01'), payload: { ...stopped('2008-10-01').payload } };
    expect(file().when(correct(file(), polis as ReturnType<typeof factOf>), registry()).refusal?.code).toBe(
      'ROLE_MAY_NOT_RECORD',
    );
  });
});
