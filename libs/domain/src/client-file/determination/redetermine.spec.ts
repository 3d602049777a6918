import {
  applicationStarted,
  C1,
  CLAIM_IN_STATE,
  contract,
  fact,
  factOf,
  given,
  idIn,
  lastingOutflow,
  provider,
  submitClaim,
  termsWith,
  type GivenFile,
  type Past,
} from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import { addDays, dayOf, textOf } from '../../values/calendar-date.js';
import { mayHaveChanged, redetermine } from './redetermine.js';

const without = (type: string, ...instead: readonly Past[]): readonly Past[] => [
  ...lastingOutflow().filter((past) => past.type !== type),
  ...instead,
];
const claimed = (...past: readonly Past[]): GivenFile => given(...past).after(submitClaim(), provider(), '2008-09-15');
const relapse = factOf('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2008-10-05' });
const asking = ({ terms }: GivenFile, today: string) => ({ actor: SYSTEM, today: dayOf(today), terms, idOf: idIn });

describe('Deciding again', () => {
  it.each([
    ['a lasting outflow', lastingOutflow()],
    [
      'a job that ends half-way',
      [...lastingOutflow(), fact('PlacementEnded', { jobId: 'j1', validFrom: '2008-12-11' })],
    ],
    [
      'a benefit that comes back',
      [...lastingOutflow(), fact('BenefitGranted', { benefitId: 'b2', kind: 'WW', validFrom: '2009-01-20' })],
    ],
    [
      'a benefit that runs on and stops later',
      without(
        'BenefitStopped',
        fact('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom: '2008-11-01' }),
      ),
    ],
    ['an application too early', without('ApplicationStarted', applicationStarted({ validFrom: '2008-01-15' }))],
    [
      'a subsidised job',
      [
        ...lastingOutflow(),
        fact('JobSubsidyStarted', {
          fundingId: 'w1',
          jobId: 'j1',
          scheme: 'WIW',
          payer: 'HAARLEM',
          validFrom: '2008-09-01',
          validTo: '2008-12-01',
        }),
      ],
    ],
  ])('%s: nothing changes on a day that was not announced', (_what, past) => {
    let file = claimed(...past);
    for (let day = dayOf('2008-09-16'); day < dayOf('2009-12-31'); day = addDays(day, 1)) {
      const today = textOf(day);
      const announced = file.claim(C1).determination?.payload.nextChangeOn;
      const events = redetermine(file.file, asking(file, today));
      if (events.length === 0) continue;
      expect(announced !== undefined && announced <= today).toBe(true);
      file = file.after({ type: 'Redetermine' }, SYSTEM, today);
    }
  });

  it('what has not changed is not recorded again, and need not be looked at before its day', () => {
    const { given: file, today } = CLAIM_IN_STATE.MATURING();
    const claim = file.claim(C1);
    expect(claim.determination?.payload.nextChangeOn).toBe('2009-03-01');
    const changed = ['2009-01-16', '2009-02-28', '2009-03-01', '2009-01-14'].map((day) =>
      mayHaveChanged(claim, { today: dayOf(day), terms: file.terms }),
    );
    expect(changed).toEqual([false, false, true, true]);
    const others = termsWith({ contracts: [contract('K1', 'PASWERK')], revision: 5 });
    expect(mayHaveChanged(claim, { today: dayOf(today), terms: others })).toBe(true);
    const ruleSets = [{ ruleSet: 'NL-RULES@2', from: dayOf('2009-01-01') }];
    expect(mayHaveChanged(claim, { today: dayOf(today), terms: { ...file.terms, ruleSets } })).toBe(true);
  });

  it('names the last event it rests on, one number after another', () => {
    const file = CLAIM_IN_STATE.MATURING().given.after({ type: 'Redetermine' }, SYSTEM, '2009-04-01');
    const determinations = file.stream.flatMap((event) => (event.type === 'ClaimDetermined' ? [event] : []));
    expect(determinations.map(({ payload }) => payload.number)).toEqual([1, 2]);
    expect(determinations.map(({ revision, payload }) => revision - payload.basis.fileRevision)).toEqual([1, 1]);
  });

  it('several claims decided at once rest on the same state of the file', () => {
    const file = given(...lastingOutflow())
      .after(submitClaim(), provider())
      .after(submitClaim({ claimId: `${C1}b`, milestone: 'MONTH_12' }), provider());
    const relapsed = file.when(
      { type: 'RecordFact', fact: relapse },
      { id: 'benefits-1', role: 'BENEFITS', orgId: 'haarlem' },
    );
    const bases = relapsed.given.stream
      .slice(-2)
      .flatMap((event) => (event.type === 'ClaimDetermined' ? [event.payload.basis.fileRevision] : []));
    expect(bases).toEqual([file.stream.length, file.stream.length]);
  });
});
