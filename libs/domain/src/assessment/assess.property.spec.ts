import fc from 'fast-check';
import type { DefinitionParameters } from '../definitions/parameters.js';
import { emptyClientFile, evolveClientFile } from '../client-file/client-file.js';
import { knownFile } from '../client-file/determination/known-file.js';
import { isFactType, type RecordedFileEvent } from '../client-file/events.js';
import { benefits } from '../testing/actors.js';
import { addDays, dayOf, textOf } from '../values/calendar-date.js';
import { assess } from './assess.js';
import type { Determination } from './determination.js';
import { askedOf, type Draw, pastOf } from './testing/random-file.js';
import { assessed, eventId, type Asked, type Heard, subjectOf } from './testing/story.js';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fffffff));
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const runs = { seed: SEED, numRuns: RUNS };
beforeAll(() => process.stdout.write(`seed ${SEED}: SEED=${SEED} repeats these ${RUNS} runs\n`));

/** Chance as a row of choices, so that it repeats, and shrinks towards the first of everything. */
const chance = fc.array(fc.nat(0xff_ff), { minLength: 200, maxLength: 200 }).map((choices): Draw => {
  let next = 0;
  const upTo = (max: number): number => (choices[next++] ?? 0) % (max + 1);
  return { upTo, oneOf: (...values) => values[upTo(values.length - 1)] as (typeof values)[number] };
});
const anyPast = chance.map(pastOf);
const asking = chance.map(askedOf);

/** What a decision says, whichever events were pointed at. */
const gist = ({ rules: _rules, basis: _basis, ...said }: Determination) => said;

describe('whatever the file', () => {
  it('P1: the same facts, definition and day give the same decision, byte for byte', () => {
    fc.assert(
      fc.property(anyPast, asking, (told, asked) => {
        expect(JSON.stringify(assessed(told, asked))).toBe(JSON.stringify(assessed(told, asked)));
      }),
      runs,
    );
  });

  it('P2: the order in which facts were told does not matter', () => {
    fc.assert(
      fc.property(
        anyPast.chain((told) =>
          fc.tuple(fc.constant(told), fc.shuffledSubarray([...told], { minLength: told.length })),
        ),
        asking,
        ([told, shuffled], asked) => expect(gist(assessed(shuffled, asked))).toEqual(gist(assessed(told, asked))),
      ),
      runs,
    );
  });

  it('P6: a fact recorded and retracted is as never recorded, from then on', () => {
    fc.assert(
      fc.property(anyPast, fc.nat(), asking, (told, pick, asked) => {
        const facts = told.flatMap(({ type }, place) => (isFactType(type) ? [place] : []));
        const index = facts[pick % facts.length];
        const kept = told.filter((_, place) => place !== index);
        expect(decidedOn(kept, asked).decisionHash).toBe(decidedOn(told, asked, index).decisionHash);
      }),
      runs,
    );
  });

  it('P8: where a job is required, what a provider asserts is never enough', () => {
    fc.assert(
      fc.property(anyPast, asking, (told, asked) => {
        const { outcome } = assessed(asserted(told), {
          ...asked,
          definition: { ...asked.definition, jobRequired: true },
        });
        expect(outcome).not.toBe('ELIGIBLE');
      }),
      runs,
    );
  });

  it.each<readonly [string, Partial<DefinitionParameters>, Partial<DefinitionParameters>]>([
    ['minHours', { minHours: 10 }, { minHours: 30 }],
    ['minContract', { minContract: 'P1M' }, { minContract: 'P6M' }],
    ['minServices', { minServices: 0 }, { minServices: 2 }],
    ['waiting', { waiting: 'P1M' }, { waiting: 'P24M' }],
    ['prevEmployerYears', { prevEmployerYears: 0 }, { prevEmployerYears: 4 }],
    ['maxGapDays', { maxGapDays: 60 }, { maxGapDays: 5 }],
  ])('P9: a stricter %s never makes a rejected claim eligible', (_title, mild, strict) => {
    fc.assert(
      fc.property(anyPast, asking, (told, asked) => {
        const under = (definition: Partial<DefinitionParameters>) => assessed(told, { ...asked, definition }).outcome;
        fc.pre(under(mild) === 'REJECTED');
        expect(under(strict)).not.toBe('ELIGIBLE');
      }),
      runs,
    );
  });

  it('P10: every failing rule names a fact, or the fact that is missing', () => {
    fc.assert(
      fc.property(anyPast, asking, (told, asked) => {
        const { rules, fail } = assessed(told, asked);
        const failing = rules.filter(({ result }) => result === 'FAIL');
        expect(fail.length > 0).toBe(failing.length > 0);
        for (const { evidence = [], missing = [] } of failing)
          expect(evidence.length + missing.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('no more is due than the tariff, and only what is eligible or to be clawed back has an amount', () => {
    fc.assert(
      fc.property(anyPast, asking, (told, asked) => {
        const { outcome, cents, tariffCents = 0, fail, open, untilOn } = assessed(told, asked);
        expect(outcome === 'ELIGIBLE' || outcome === 'CLAWBACK').toBe(cents > 0);
        expect(outcome === 'CLAWBACK' || cents <= tariffCents).toBe(true);
        expect(outcome === 'ELIGIBLE').toBe(fail.length + open.length === 0);
        expect(untilOn === undefined || outcome === 'PENDING').toBe(true);
      }),
      runs,
    );
  });

  it('nothing changes before the day on which it is to be looked at again', () => {
    fc.assert(
      fc.property(anyPast, asking, fc.integer({ min: 1, max: 400 }), (told, asked, days) => {
        const now = assessed(told, asked);
        const { nextChangeOn } = now;
        const horizon = nextChangeOn === undefined ? days : dayOf(nextChangeOn) - dayOf(asked.at) - 1;
        fc.pre(horizon >= 1);
        const later = textOf(addDays(dayOf(asked.at), 1 + (days % horizon)));
        expect(gist(assessed(told, { ...asked, at: later }))).toEqual(gist(now));
      }),
      runs,
    );
  });
});

/** The same through the real fold, with one of the facts retracted at the end. */
function decidedOn(past: readonly Heard[], asked: Asked, retracted?: number): Determination {
  const events: RecordedFileEvent[] = past.map(({ by, on = '', ...event }, revision) => ({
    ...event,
    ...recordedOn(on, revision),
    actor: by,
  }));
  const told = events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt)));
  if (retracted !== undefined) told.push(retractionOf(eventId(retracted), events.length));
  const file = told.reduce(evolveClientFile, emptyClientFile);
  return assess({ ...subjectOf(past, asked), file: { ...knownFile(file), payments: asked.payments ?? [] } });
}

const recordedOn = (on: string, revision: number) => ({
  id: eventId(revision),
  revision,
  recordedAt: `${on}T11:00:00.000Z`,
  commandId: eventId(revision),
  commandHash: '',
});

const retractionOf = (targetEventId: string, revision: number): RecordedFileEvent => ({
  ...recordedOn('2009-12-31', revision),
  type: 'FactRetracted',
  payload: { targetEventId, reason: 'WRONG_PERSON' },
  actor: benefits(),
});

/** All there is, but nobody independent says so. */
function asserted(past: readonly Heard[]): readonly Heard[] {
  const weakened: Heard[] = [];
  for (const heard of past) {
    if (heard.type === 'PlacementConfirmed' || heard.type === 'ReviewResolved') continue;
    if (heard.type !== 'PlacementStarted') weakened.push(heard);
    else weakened.push({ ...heard, payload: { ...heard.payload, assurance: 'ASSERTED_BY_PROVIDER' } });
  }
  return weakened;
}
