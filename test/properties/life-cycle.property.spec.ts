import fc from 'fast-check';
import {
  addDays,
  claimStanding,
  dayOf,
  decideClientFile,
  emptyClientFile,
  evolveClientFile,
  ROLES as ALL_ROLES,
  SYSTEM,
  textOf,
  type Actor,
  type ClientFile,
  type ClientFileCommand,
  type RecordedFileEvent,
  type Role,
  type Terms,
} from '@uitkomst/domain';
import { idIn, PERSON } from '@uitkomst/domain/testing';
import { printSeed, Reached, runs } from './chance.js';
import {
  claimIdOf,
  commandOf,
  KINDS,
  PERSONS,
  SLOT_COUNT,
  usualActor,
  type Doing,
  type Kind,
  type Scene,
} from './model/doing.js';
import { brokenInvariants, objectionTo, orderIsSound } from './model/expectations.js';
import { hear, moneyOf, stateOf, type ModelFile } from './model/reference.js';
import { agreed, crowded, termsOf, type Agreed } from './played.js';

beforeAll(printSeed);

const PEOPLE = [PERSON, PERSON.replace('a', 'b')];

/** Two clients' files as the product keeps them, each with the model's own fold beside it. */
class Town {
  private readonly files = new Map<string, ClientFile>();
  readonly models = new Map<string, ModelFile>();
  private today = '2009-05-04';

  constructor(
    readonly terms: Terms,
    readonly reached: Reached,
  ) {
    for (const person of PEOPLE) {
      this.files.set(person, emptyClientFile);
      this.models.set(person, new Map());
      for (const { by, ...event } of crowded) this.append(person, [event], by);
    }
  }

  wait(days: number): void {
    this.today = textOf(addDays(dayOf(this.today), days));
  }

  scene(person: string): Scene {
    const [file, model] = [this.files.get(person), this.models.get(person)];
    if (file === undefined || model === undefined) throw new Error(`Nobody is ${person}`);
    return { person, file, model, today: this.today };
  }

  /** Asks on the product's file; what it records the model hears too. */
  ask(person: string, command: ClientFileCommand, actor: Actor): string {
    const { file } = this.scene(person);
    const asking = {
      actor,
      today: dayOf(this.today),
      terms: this.terms,
      idOf: (index: number) => idIn(file.revision + 1 + index),
    };
    const { events, refusal } = decideClientFile(file, command, asking);
    this.append(person, events, actor);
    if (refusal !== undefined) return refusal.code;
    return events.length === 0 ? 'heard' : 'done';
  }

  private append(
    person: string,
    events: readonly (Pick<RecordedFileEvent, 'type' | 'payload'> & { readonly actor?: Actor })[],
    by: Actor,
  ): void {
    let { file } = this.scene(person);
    const commandId = idIn(file.revision + 1);
    for (const { type, payload, actor = by } of events) {
      const revision = file.revision + 1;
      const recordedAt = `${this.today}T10:00:00.000Z`;
      const event = { id: idIn(revision), type, payload, revision, recordedAt, actor, commandId, commandHash: '0' };
      file = evolveClientFile(file, event as unknown as RecordedFileEvent);
      hear(this.scene(person).model, event);
    }
    this.files.set(person, file);
  }
}

/** The product and the model say the same of every claim, and nothing that always holds is broken. */
function check(town: Town, person: string): void {
  const { file, model, today } = town.scene(person);
  for (const claim of model.values()) {
    const { shown, beneath } = stateOf(claim, today);
    const { net, ordered, entitlement, toPay } = moneyOf(claim);
    const money = { netCents: net, orderedCents: ordered, entitlementCents: entitlement, toPayCents: toPay };
    const is = claimStanding(file, claim.claimId, { today: dayOf(today), terms: town.terms });
    expect([claim.claimId, is]).toEqual([claim.claimId, { state: shown, beneath, ...money }]);
    town.reached.add(shown);
  }
  expect(brokenInvariants(model, today)).toEqual([]);
}

/** Things done one after the other, each so many days after the one before, by these hands. */
interface Step {
  readonly person: string;
  readonly slot: number;
  readonly round: readonly (readonly [Kind, days: number])[];
  readonly hands: readonly Hand[];
}

interface Hand {
  readonly who: number;
  readonly chance: number;
  /** Most try what is theirs to do; some what is not. */
  readonly role?: Role | undefined;
}

function attempt(town: Town, { person, slot, round, hands }: Step): void {
  for (const [index, [kind, days]] of round.entries()) {
    town.wait(days);
    for (const each of days > 0 ? PEOPLE : []) {
      town.ask(each, { type: 'Redetermine' }, SYSTEM);
      check(town, each);
    }
    const { who = 1, chance = 1, role } = hands[index] ?? {};
    const doing = { kind, slot, who, chance };
    const usual = usualActor(doing, town.scene(person).model.get(claimIdOf(person, slot)));
    const actor = role === undefined ? usual : { id: usual.id, orgId: usual.orgId, role };
    town.reached.add(tryOnce(town, person, { doing, actor }));
    check(town, person);
  }
}

/** What came of it: the kind where something was recorded, else why not. */
function tryOnce(
  town: Town,
  person: string,
  { doing, actor }: { readonly doing: Doing; readonly actor: Actor },
): string {
  const scene = town.scene(person);
  const claimId = claimIdOf(person, doing.slot);
  const claim = scene.model.get(claimId);
  const before = claim === undefined ? undefined : stateOf(claim, scene.today).shown;
  const orders = claim?.orders.length ?? 0;
  const told = town.ask(person, commandOf(doing, scene), actor);
  const after = scene.model.get(claimId);
  const got = told === 'done' ? `> ${after === undefined ? '' : stateOf(after, scene.today).shown}` : told;
  expect(objectionTo({ doing, actor, got, before }, scene)).toBeUndefined();
  expect(after === undefined || after.orders.length === orders || orderIsSound(after)).toBe(true);
  return told === 'done' ? doing.kind : told;
}

/** What takes several people, tried in order: they get in each other's way now and then. */
const ROUNDS: readonly Step['round'][] = [
  [
    ['SubmitClaim', 0],
    ['Approve', 0],
    ['Approve', 1],
    ['OrderPayment', 1],
    ['SettlePayment', 2],
  ],
  [
    ['Relapse', 1],
    ['ReleaseNotice', 6],
    ['DecideClawback', 15],
    ['SettleClawback', 1],
  ],
  [
    ['ReleaseNotice', 6],
    ['FileObjection', 3],
    ['DecideObjection', 4],
  ],
  [
    ['ReleaseNotice', 6],
    ['HearClawback', 2],
    ['WithdrawClawback', 2],
  ],
  [
    ['DecideClawback', 15],
    ['ReleaseNotice', 1],
    ['FileObjection', 3],
    ['DecideObjection', 4],
  ],
  [
    ['DecideClawback', 15],
    ['SettleClawback', 1],
    ['SettleClawback', 1],
    ['WriteOffClawback', 1],
  ],
  [
    ['SubmitClaim', 0],
    ['CompleteClaim', 3],
  ],
  [
    ['SubmitClaim', 0],
    ['RefuseApproval', 1],
    ['ResolveReview', 1],
  ],
  [
    ['SubmitClaim', 0],
    ['Withdraw', 2],
  ],
  [
    ['SubmitClaim', 0],
    ['ExpireClaim', 44],
    ['ReleaseNotice', 1],
    ['FileObjection', 1],
    ['WithdrawObjection', 1],
  ],
  [
    ['DecideClawback', 15],
    ['WriteOffClawback', 1],
  ],
  [
    ['Funder', 0],
    ['RequestEvidence', 0],
    ['ResolveReview', 1],
    ['Retract', 0],
  ],
  [
    ['Approve', 0],
    ['Approve', 0],
    ['OrderPayment', 0],
    ['FailPayment', 1],
    ['OrderPayment', 0],
  ],
  [
    ['Retract', 0],
    ['ReturnPayment', 0],
  ],
  [['CloseClaim', 1900]],
];

const round: fc.Arbitrary<Step['round']> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ROUNDS) },
  {
    weight: 5,
    arbitrary: fc
      .record({ kind: fc.constantFrom(...KINDS), days: fc.integer({ min: 0, max: 20 }) })
      .map(({ kind, days }): Step['round'] => [[kind, days]]),
  },
);
const hand: fc.Arbitrary<Hand> = fc.record({
  who: fc.integer({ min: 1, max: PERSONS }),
  chance: fc.nat(1000),
  role: fc.oneof(
    { weight: 15, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...ALL_ROLES) },
  ),
});
const step: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom(PERSON, PERSON, PERSON, ...PEOPLE),
  slot: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(SLOT_COUNT - 1) }),
  round,
  hands: fc.array(hand, { minLength: 5, maxLength: 5 }),
});

/** How things stand when chance takes over: nothing yet, claimed, paid, or asked back, by people who don't get in each other's way. */
const [PAY = [], RECLAIM = []] = ROUNDS;
const BEGINNINGS: readonly Step['round'][] = [
  [],
  [['SubmitClaim', 0]],
  PAY,
  [...PAY, ...RECLAIM.slice(0, 2)],
  [...PAY, ...RECLAIM.slice(0, 2)],
  [...PAY, ...RECLAIM.slice(0, 3)],
];
const beginning: fc.Arbitrary<Step> = fc.record({
  person: fc.constant(PERSON),
  slot: fc.constantFrom(0, 0, 2),
  round: fc.constantFrom(...BEGINNINGS),
  hands: fc.constant(Array.from({ length: 8 }, (_, index) => ({ who: index + 1, chance: 9 }))),
});

/** Mostly without competition, so that most comes to money. */
const terms: fc.Arbitrary<Agreed> = fc.oneof(
  { weight: 3, arbitrary: agreed.map(({ cents }) => ({ cents, parameters: { causality: 'NONE' as const } })) },
  {
    weight: 1,
    arbitrary: agreed.map(({ cents }) => ({ cents, parameters: { requiredEvidence: ['PAYSLIP' as const] } })),
  },
  { weight: 1, arbitrary: agreed },
);

/** Whatever it is, it may be tried: what comes of it is looked up. */
const command = step.map((one): fc.Command<ReadonlyMap<string, ModelFile>, Town> => ({
  check: () => true,
  run: (_models, town) => attempt(town, one),
  toString: () => JSON.stringify(one),
}));

const STATES = [
  'INCOMPLETE IN_REVIEW CONTESTED ELIGIBLE REJECTED APPROVED_1 APPROVED PAYMENT_ORDERED PAID IN_OBJECTION',
  'CLAWBACK_PROPOSED CLAWBACK_DECIDED RECOVERED WITHDRAWN EXPIRED CLOSED',
].flatMap((line) => line.split(' '));
const REFUSALS = [
  'SEPARATION_OF_DUTIES DECISION_STALE SECOND_APPROVAL_REQUIRED PAYMENT_ALREADY_ORDERED STATE_FORBIDS',
  'ROLE_MAY_NOT_RECORD NOT_FOUND TERM_NOT_PASSED heard',
].flatMap((line) => line.split(' '));
/** A clawback proposes itself; the others take a chain of chances that a run may miss. */
const SELDOM: ReadonlySet<string> = new Set([
  'ProposeClawback',
  'WithdrawObjection',
  'FailPayment',
  'WithdrawClawback',
]);
const DONE = KINDS.filter((kind) => !SELDOM.has(kind));

describe('whatever anybody asks of several clients’ files', () => {
  it('every claim goes as the life cycle says, no outflow is paid twice, and every cent is somewhere', () => {
    const reached = new Reached();
    fc.assert(
      fc.property(
        terms,
        beginning,
        fc.commands([command], { maxCommands: 12, size: '+2' }),
        (told, first, commands) => {
          const town = new Town(termsOf(told), reached);
          attempt(town, first);
          fc.modelRun(() => ({ model: town.models, real: town }), commands);
        },
      ),
      runs,
    );
    expect(reached.missing(...STATES, ...REFUSALS, ...DONE)).toEqual([]);
  }, 300_000);
});
