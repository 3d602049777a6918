import fc from 'fast-check';
import {
  addDays,
  dayOf,
  decideClientFile,
  emptyClientFile,
  evolveClientFile,
  SYSTEM,
  textOf,
  type Actor,
  type ClientFile,
  type ClientFileEvent,
  type Day,
  type DefinitionParameters,
  type RecordedFileEvent,
  type Terms,
} from '@uitkomst/domain';
import {
  applicationStarted,
  contract,
  idIn,
  lastingOutflow,
  placementStarted,
  provider,
  serviceDelivered,
  termsWith,
  trajectAssigned,
  type Past,
} from '@uitkomst/domain/testing';
import { anyPast } from './chance.js';
import { moveOn, movesOf } from './moves.js';
import { steps, type Step } from './steps.js';

/** What a municipality agreed, as far as it matters to money. */
export interface Agreed {
  readonly parameters: Partial<DefinitionParameters>;
  /** Tariffs of Paswerk and Sagenn. */
  readonly cents: readonly [paswerk: number, sagenn: number];
}

export const agreed: fc.Arbitrary<Agreed> = fc.record({
  parameters: fc.record(
    {
      causality: fc.constantFrom<DefinitionParameters['causality'][]>('NONE', 'NONE', 'REQUIRED'),
      attribution: fc.constantFrom<DefinitionParameters['attribution'][]>('SPLIT', 'LAST_TRAJECT'),
      selfFoundAfter: fc.constantFrom<DefinitionParameters['selfFoundAfter'][]>('REVIEW', 3333),
      requiredEvidence: fc.constantFrom<DefinitionParameters['requiredEvidence'][]>([], [], ['PAYSLIP']),
    },
    { requiredKeys: [] },
  ),
  cents: fc.constantFrom<[number, number][]>(
    [300_000, 300_000],
    [300_001, 300_001],
    [300_000, 250_000],
    [100_003, 99_999],
  ),
});

/** Two providers and two jobs in one outflow: where a bonus could be paid twice. */
export const crowded: readonly Past[] = [
  ...lastingOutflow(),
  trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }),
  serviceDelivered({ trajectId: 't2' }, provider('SAGENN')),
  placementStarted({ jobId: 'j2', employerId: 'BAKKER' }),
  applicationStarted({ jobId: 'j2' }),
];

/** A client's whole story: what was agreed, what happened before anybody claimed, and what was done then, from a day on. */
export interface History {
  readonly agreed: Agreed;
  readonly past: readonly Past[];
  readonly from: string;
  readonly steps: readonly Step[];
}

export const history = (stepsAtMost: number): fc.Arbitrary<History> =>
  fc.record({
    agreed,
    past: fc.oneof({ weight: 3, arbitrary: fc.constant(crowded) }, { weight: 1, arbitrary: anyPast }),
    from: fc.constantFrom('2009-01-12', '2009-05-04', '2009-05-04'),
    steps: steps(stepsAtMost),
  });

export const termsOf = ({ parameters, cents: [paswerk, sagenn] }: Agreed): Terms =>
  termsWith({
    parameters,
    contracts: [contract('K1', 'PASWERK', { cents: paswerk }), contract('K2', 'SAGENN', { cents: sagenn })],
  });

/** A file after each step, with the day it was. */
export interface Played {
  readonly file: ClientFile;
  readonly stream: readonly RecordedFileEvent[];
  readonly today: Day;
  readonly terms: Terms;
}

/** Plays a history through the one decider; what it refuses, leaves the file as it was. */
export function* play({ agreed: told, past, from, steps: taken }: History): Generator<Played> {
  const stream: RecordedFileEvent[] = [];
  const terms = termsOf(told);
  let file = emptyClientFile;
  let today = dayOf(from);
  const append = (events: readonly (ClientFileEvent & { readonly actor?: Actor })[], by: Actor): void => {
    const commandId = idIn(stream.length);
    for (const { actor = by, type, payload } of events) {
      const revision = stream.length;
      const recorded = { type, payload, actor, commandId, commandHash: '0'.repeat(64), revision, id: idIn(revision) };
      const event = { ...recorded, recordedAt: `${textOf(today)}T10:00:00.000Z` } as RecordedFileEvent;
      stream.push(event);
      file = evolveClientFile(file, event);
    }
  };
  for (const { by, ...event } of past) append([event], by);
  for (const step of taken) {
    today = addDays(today, step.days);
    for (const part of movesOf(step)) {
      today = addDays(today, part.days);
      const move = moveOn(file, part, today);
      if (move === undefined) continue;
      const reports = 'reported' in move ? move.reported : [];
      for (const { by, ...event } of reports) append([event], by);
      const { command, actor } =
        'command' in move ? move : { command: { type: 'Redetermine' } as const, actor: SYSTEM };
      const place = stream.length;
      append(
        decideClientFile(file, command, { actor, today, terms, idOf: (index) => idIn(place + index) }).events,
        actor,
      );
    }
    yield { file, stream, today, terms };
  }
}
