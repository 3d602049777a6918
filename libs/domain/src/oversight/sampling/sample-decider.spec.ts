import { accept, refuse } from '../../decider.js';
import { SYSTEM } from '../../event.js';
import { C1, C2, CLAIM_IN_STATE, finance, RIPE } from '../../testing/index.js';
import { EVERYBODY, given, person } from '../../testing/small-decider.js';
import { draw, filterHashOf, populationHashOf } from './draw.js';
import { Population } from './population.js';
import { extrapolated, sampleDecider, sampleResult, type SampleCommand, type SampleEvent } from './sample-decider.js';

const auditor = person('AUDITOR');
const TODAY = '2009-06-01';
const filter = { paid: true } as const;
const plan: SampleCommand = { type: 'PlanSample', sampleId: 'S1', filter, size: 1 };
const planned: SampleEvent = {
  type: 'SamplePlanned',
  payload: { sampleId: 'S1', filter, size: 1, rule: 'SHA256_ORDER@1', plannedOn: TODAY },
};
const SEED = 'a'.repeat(64);
const [FIRST = C1] = draw([C1, C2], SEED, 1);
const drawSample: SampleCommand = { type: 'DrawSample', seed: SEED, population: [C1, C2] };
const drawn: SampleEvent = {
  type: 'SampleDrawn',
  payload: {
    sampleId: 'S1',
    seed: SEED,
    population: 2,
    filterHash: filterHashOf(filter),
    populationHash: populationHashOf([C1, C2]),
    claims: [FIRST],
    drawnOn: TODAY,
  },
};
const check = (valid: boolean, claimId = FIRST): SampleCommand => ({ type: 'CheckSample', claimId, valid });
const checked = (valid: boolean): SampleEvent => ({
  type: 'SampleChecked',
  payload: { sampleId: 'S1', claimId: FIRST, valid, checkedOn: TODAY },
});

describe('a sample', () => {
  const fresh = given(sampleDecider);
  const announced = given(sampleDecider, planned);
  const out = given(sampleDecider, planned, drawn);

  it('is announced with its filter, size and rule, and once', () => {
    expect(fresh.when(plan, auditor, TODAY)).toEqual(accept(planned));
    expect(announced.when(plan, auditor, TODAY)).toEqual(refuse('ID_REUSED', { no: 'S1' }));
  });
  it('is drawn by the rule from what was announced, and once', () => {
    expect(announced.when(drawSample, SYSTEM, TODAY)).toEqual(accept(drawn));
    expect(out.when({ ...drawSample, seed: 'b' }, SYSTEM)).toEqual(accept());
    expect(fresh.when(drawSample, SYSTEM)).toEqual(refuse('NOT_FOUND'));
  });
  it('is checked claim by claim; a mistake is put right, said twice it is heard', () => {
    expect(out.when(check(false), auditor, TODAY)).toEqual(accept(checked(false)));
    const wrong = given(sampleDecider, planned, drawn, checked(false));
    expect(wrong.when(check(false), auditor, TODAY)).toEqual(accept());
    expect(wrong.when(check(true), auditor, TODAY)).toEqual(accept(checked(true)));
  });
  it('has no claims but those drawn', () => {
    const other = FIRST === C1 ? C2 : C1;
    expect(out.when(check(true, other), auditor)).toEqual(refuse('NOT_FOUND'));
    expect(announced.when(check(true), auditor)).toEqual(refuse('NOT_FOUND'));
  });
  const may = (command: SampleCommand) =>
    EVERYBODY.filter((actor) => out.when(command, actor).refusal?.code !== 'ROLE_MAY_NOT_RECORD').map(
      ({ role }) => role,
    );
  it('is the auditor’s alone; the draw is nobody’s', () => {
    expect([may(plan), may(check(true)), may(drawSample)]).toEqual([['AUDITOR'], ['AUDITOR'], ['SYSTEM']]);
  });
  it('says something of the population only when it is complete, and then only on request', () => {
    expect(sampleResult(out.state())).toEqual({ checked: 0, errors: 0, complete: false });
    expect(extrapolated(out.state())).toBeUndefined();
    const done = given(sampleDecider, planned, drawn, checked(false)).state();
    expect(sampleResult(done)).toMatchObject({ checked: 1, errors: 1, complete: true });
    expect(extrapolated(done)).toEqual({ claims: 2, from: 0, to: 2 });
  });
});

/** The claims of a file in that state that match. */
const of = (state: 'PAID' | 'REJECTED', told: ConstructorParameters<typeof Population>[0]) => {
  const population = new Population(told);
  for (const event of CLAIM_IN_STATE[state]().given.stream) population.add(event);
  return population.claimIds();
};

describe('a population', () => {
  it.each([
    ['PAID', { paid: true }, [C1]],
    ['PAID', { paid: false }, []],
    ['REJECTED', { paid: false }, [C1]],
    ['REJECTED', { outcome: 'REJECTED' }, [C1]],
    ['REJECTED', { outcome: 'ELIGIBLE' }, []],
    ['PAID', { providerId: 'PASWERK', milestone: 'SUSTAINED' }, [C1]],
    ['PAID', { providerId: 'SAGENN' }, []],
    ['PAID', { submittedFrom: '2009-05-04', submittedUntil: '2009-05-04' }, [C1]],
    ['PAID', { submittedFrom: '2009-05-05' }, []],
    ['PAID', { submittedUntil: '2009-05-03' }, []],
    ['PAID', {}, [C1]],
  ] as const)('of a file with a claim that is %s: %j holds %j', (state, told, claims) => {
    expect(of(state, told)).toEqual(claims);
  });

  it('of what was paid has no claim whose payment came back', () => {
    const paid = CLAIM_IN_STATE.PAID().given;
    const { orderId = '', cents = 0 } = paid.file.payments[0] ?? {};
    const back = { type: 'ReturnPayment', claimId: C1, orderId, cents, returnedOn: RIPE } as const;
    const population = new Population({ paid: true });
    for (const event of paid.after(back, finance()).stream) population.add(event);
    expect(population.claimIds()).toEqual([]);
  });
});
