import fc from 'fast-check';
import {
  applicationStarted,
  approve,
  approver2,
  benefits,
  C1,
  C2,
  C3,
  CLAIM_IN_STATE,
  contract,
  factOf,
  failed,
  given,
  idIn,
  lastingOutflow,
  officer,
  orderPayment,
  paid,
  placementStarted,
  provider,
  refuseApproval,
  serviceDelivered,
  submitClaim,
  termsWith,
  trajectAssigned,
  type GivenFile,
  type RestingState,
} from '../testing/index.js';
import { SYSTEM, type Actor } from '../event.js';
import { addDays, dayOf, textOf } from '../values/calendar-date.js';
import { emptyClientFile, evolveClientFile } from './client-file.js';
import type { ClientFileCommand } from './commands.js';
import { redetermine } from './determination/redetermine.js';
import type { RecordedFileEvent } from './events.js';

/** Two providers, two jobs in one outflow, causality left out so that all can be eligible at once. */
const start = (): GivenFile =>
  given(
    ...lastingOutflow(),
    trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }),
    serviceDelivered({ trajectId: 't2' }, provider('SAGENN')),
    placementStarted({ jobId: 'j2', employerId: 'BAKKER' }),
    applicationStarted({ jobId: 'j2' }),
  ).under(
    termsWith({
      parameters: { causality: 'NONE' },
      contracts: [contract('K1', 'PASWERK'), contract('K2', 'SAGENN', { cents: 250_000 })],
    }),
  );

const CLAIMS = {
  [C1]: submitClaim(),
  [C2]: submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't2' }),
  [C3]: submitClaim({ claimId: C3, jobId: 'j2' }),
};
type Asked = readonly [ClientFileCommand, Actor];
const recorded = (fact: ReturnType<typeof factOf>, by: Actor): Asked => [{ type: 'RecordFact', fact }, by];

/** What may be asked next; commands about a claim that was never submitted are left out. */
function asked(file: GivenFile, { kind, claimId, who }: Step): Asked | undefined {
  const claim = file.file.claims.get(claimId);
  switch (kind) {
    case 'submit':
      return [CLAIMS[claimId], provider(claimId === C2 ? 'SAGENN' : 'PASWERK')];
    case 'relapse':
      return recorded(
        factOf('BenefitGranted', { benefitId: `b${who + 2}`, kind: 'BIJSTAND', validFrom: '2009-01-05' }),
        benefits(),
      );
    case 'link':
      return recorded(factOf('JobLinked', { jobId: 'j2', sameAsJobId: 'j1' }), benefits());
    case 'retract': {
      const fresh = file.file.facts.filter(({ revision }) => revision > 10);
      const target = fresh[who % Math.max(1, fresh.length)]?.id ?? idIn(9999);
      return [{ type: 'RetractFact', targetEventId: target, reason: 'OTHER' }, benefits()];
    }
    case 'attribute': {
      const shares = { PASWERK: who * 2_500, SAGENN: 10_000 - who * 2_500 };
      return [{ type: 'DecideAttribution', jobId: 'j1', shares, grounds: 'HEARD' }, officer(6)];
    }
    case 'redetermine':
      return [{ type: 'Redetermine' }, SYSTEM];
    case 'approve1':
    case 'approve2':
    case 'order':
    case 'paid':
    case 'failed':
    case 'refuse':
    case 'withdraw':
    case 'pay':
      return claim && onClaim(file, { kind, claimId, who });
    default:
      return kind satisfies never;
  }
}

function onClaim(file: GivenFile, { kind, claimId, who }: Step): Asked {
  if (kind === 'approve1') return [approve(file, claimId), officer(who)];
  // The same people in both roles: who may approve second is for the file to say.
  if (kind === 'approve2') return [approve(file, claimId), { ...approver2(who), id: `officer-${who}` }];
  if (kind === 'refuse') return [refuseApproval(file, claimId), officer(who)];
  if (kind === 'withdraw')
    return [{ type: 'WithdrawClaim', claimId, reason: 'OTHER' }, provider(claimId === C2 ? 'SAGENN' : 'PASWERK')];
  return [orderPayment(file, { claimId, payer: `officer-${who}` }), SYSTEM];
}

const KINDS = [
  'submit',
  'approve1',
  'approve2',
  'order',
  'paid',
  'failed',
  'attribute',
  'relapse',
  'link',
  'retract',
  'refuse',
  'withdraw',
  'redetermine',
  'pay',
] as const;
interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly claimId: keyof typeof CLAIMS;
  readonly who: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    // What leads to money is asked more often, so that it is reached.
    { weight: 2, arbitrary: fc.constantFrom<Step['kind'][]>('submit', 'pay') },
    { weight: 3, arbitrary: fc.constantFrom<Step['kind'][]>(...KINDS) },
  ),
  claimId: fc.constantFrom<Step['claimId'][]>(C1, C2, C3),
  who: fc.integer({ min: 1, max: 4 }),
});

function taken(file: GivenFile, next: Step, today: string): GivenFile {
  if (next.kind === 'pay')
    return (['approve1', 'approve2', 'order'] as const).reduce(
      (now, kind, index) => taken(now, { claimId: next.claimId, kind, who: next.who + index }, today),
      file,
    );
  if (next.kind === 'paid' || next.kind === 'failed') {
    if (file.file.payments.every(({ claimId, state }) => claimId !== next.claimId || state !== 'OPEN')) return file;
    const bank = next.kind === 'paid' ? paid(file, next.claimId) : failed(file, next.claimId);
    return file.and(bank).after({ type: 'Redetermine' }, SYSTEM, today);
  }
  const command = asked(file, next);
  return command === undefined ? file : file.when(command[0], command[1], today).given;
}

/** Paid or ordered, as a part of its own tariff, for everything in this group. */
const part = (file: GivenFile, of: (order: GivenFile['file']['payments'][number]) => boolean): number =>
  file.file.payments
    .filter((order) => of(order) && (order.state === 'OPEN' || order.state === 'PAID'))
    .reduce((sum, { cents, tariffCents = 1 }) => sum + cents / tariffCents, 0);

function expectInvariants(file: GivenFile, today: string): void {
  const { payments, claims } = file.file;
  for (const episodeOn of new Set(payments.map((order) => order.episodeOn)))
    expect(part(file, (order) => order.episodeOn === episodeOn)).toBeLessThanOrEqual(1);
  for (const jobId of ['j1', 'j2']) expect(part(file, (order) => order.jobId === jobId)).toBeLessThanOrEqual(1);
  for (const claim of claims.values()) {
    const open = payments.filter(({ claimId, state }) => claimId === claim.claimId && state === 'OPEN');
    expect(open.length).toBeLessThanOrEqual(1);
    const people = claim.approvals.map(({ actor }) => actor.id);
    expect(new Set(people).size).toBe(people.length);
    for (const { order } of open) expect([...people, order?.preparer]).not.toContain(order?.payer);
    expect(file.standing(claim.claimId, today).netCents).toBeGreaterThanOrEqual(0);
  }
  const asking = { actor: SYSTEM, today: dayOf(today), terms: file.terms, idOf: () => idIn(0) };
  expect(redetermine(file.file, asking)).toEqual([]); // No determination lags behind the file.
}

describe('Whatever is asked of a file, in whatever order', () => {
  it('an outflow is never paid twice, two people decide, and no decision lags behind the facts', () => {
    let ordered = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        let file = start();
        for (const [index, next] of steps.entries()) {
          const today = textOf(addDays(dayOf('2009-05-04'), index));
          file = taken(file, next, today);
          expectInvariants(file, today);
        }
        ordered += file.file.payments.length;
      }),
      { numRuns: 100 },
    );
    expect(ordered).toBeGreaterThan(15); // The steps do reach money.
  });
});

describe('The fold of a client’s file', () => {
  const streams = (Object.keys(CLAIM_IN_STATE) as RestingState[]).map((state) => CLAIM_IN_STATE[state]().given.stream);

  it('is total: any recorded events, in any order and however few, make a file', () => {
    const all = streams.flat();
    fc.assert(
      fc.property(fc.shuffledSubarray([...all.keys()]), (indexes) => {
        const events = indexes
          .map((index) => all[index])
          .filter((event): event is RecordedFileEvent => event !== undefined);
        const file = events.reduce(evolveClientFile, emptyClientFile);
        expect(file.seen).toHaveLength(events.length);
      }),
      { numRuns: 200 },
    );
  });

  it('never changes a file it was given', () => {
    for (const stream of streams) {
      let file = emptyClientFile;
      for (const event of stream) {
        const before = JSON.stringify({ ...file, claims: [...file.claims] });
        evolveClientFile(file, event);
        expect(JSON.stringify({ ...file, claims: [...file.claims] })).toBe(before);
        file = evolveClientFile(file, event);
      }
    }
  });

  it('counts appends, not events: what one command records counts as one', () => {
    const { file, stream } = CLAIM_IN_STATE.ELIGIBLE().given;
    expect(file.append + 1).toBe(new Set(stream.map(({ commandId }) => commandId)).size);
    expect(file.revision).toBe(stream.length - 1);
  });
});
