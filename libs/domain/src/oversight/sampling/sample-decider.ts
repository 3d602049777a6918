import { accept, refuse, type Asking, type Decider, type Decision } from '../../decider.js';
import type { EventOf, RecordedOf, Role } from '../../event.js';
import { textOf } from '../../values/calendar-date.js';
import type { SampleChecked, SampleDrawn, SamplePlanned } from '../events.js';
import { draw, filterHashOf, populationHashOf } from './draw.js';
import type { SampleFilter } from './sample-filter.js';
import { wilson, type Interval } from './wilson.js';

export type SampleEvent = EventOf<typeof SamplePlanned> | EventOf<typeof SampleDrawn> | EventOf<typeof SampleChecked>;

export type SampleCommand =
  | { readonly type: 'PlanSample'; readonly sampleId: string; readonly filter: SampleFilter; readonly size: number }
  /** The seed and the population are worked out from the plan; nobody chooses them. */
  | { readonly type: 'DrawSample'; readonly seed: string; readonly population: readonly string[] }
  | { readonly type: 'CheckSample'; readonly claimId: string; readonly valid: boolean; readonly reason?: string };

export const SAMPLE_COMMANDS: Readonly<Record<SampleCommand['type'], readonly Role[]>> = {
  PlanSample: ['AUDITOR'],
  DrawSample: ['SYSTEM'],
  CheckSample: ['AUDITOR'],
};

export interface SampleState {
  readonly plan?: EventOf<typeof SamplePlanned>['payload'];
  readonly drawn?: EventOf<typeof SampleDrawn>['payload'];
  /** By claim: what was found last. */
  readonly checks: ReadonlyMap<string, EventOf<typeof SampleChecked>['payload']>;
}

/** What a sample says, so far. */
export interface SampleResult {
  readonly checked: number;
  readonly errors: number;
  /** Nothing is left to check: only now does the interval say something of the population. */
  readonly complete: boolean;
  readonly interval?: Interval;
}

export function sampleResult({ drawn, checks }: SampleState): SampleResult {
  const errors = [...checks.values()].filter(({ valid }) => !valid).length;
  const interval = wilson(errors, checks.size);
  const complete = drawn !== undefined && checks.size === drawn.claims.length;
  return { checked: checks.size, errors, complete, ...(interval !== undefined && { interval }) };
}

/**
 * How many claims of the population would be in error (SAMPLE_ERROR_EXTRAPOLATED). Only on request and only of a complete sample;
 * information, never a ground to reclaim what nobody looked at.
 */
export function extrapolated(
  state: SampleState,
): { readonly claims: number; readonly from: number; readonly to: number } | undefined {
  const { complete, interval } = sampleResult(state);
  const population = state.drawn?.population;
  if (!complete || interval === undefined || population === undefined) return undefined;
  const of = (share: number): number => Math.round(share * population);
  return { claims: of(interval.rate), from: of(interval.low), to: of(interval.high) };
}

function decide(state: SampleState, command: SampleCommand, asking: Asking): Decision<SampleEvent> {
  if (!SAMPLE_COMMANDS[command.type].includes(asking.actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  switch (command.type) {
    case 'PlanSample':
      return plan(state, command, asking);
    case 'DrawSample':
      return drawFrom(state, command, asking);
    case 'CheckSample':
      return check(state, command, asking);
    default:
      return command satisfies never;
  }
}

type Asked<T extends SampleCommand['type']> = Extract<SampleCommand, { type: T }>;

function plan(
  { plan: known }: SampleState,
  { sampleId, filter, size }: Asked<'PlanSample'>,
  { today }: Asking,
): Decision<SampleEvent> {
  if (known !== undefined) return refuse('ID_REUSED', { no: sampleId });
  const payload = { sampleId, filter, size, rule: 'SHA256_ORDER@1', plannedOn: textOf(today) } as const;
  return accept({ type: 'SamplePlanned', payload });
}

function drawFrom(
  state: SampleState,
  { seed, population }: Asked<'DrawSample'>,
  { today }: Asking,
): Decision<SampleEvent> {
  if (state.plan === undefined) return refuse('NOT_FOUND');
  if (state.drawn !== undefined) return accept(); // It is drawn once; drawing again gives the same.
  const { sampleId, filter, size } = state.plan;
  return accept({
    type: 'SampleDrawn',
    payload: {
      sampleId,
      seed,
      population: population.length,
      filterHash: filterHashOf(filter),
      populationHash: populationHashOf(population),
      claims: [...draw(population, seed, size)],
      drawnOn: textOf(today),
    },
  });
}

/** What was found may be put right; the last word counts, and all of them stay recorded. */
function check(
  { plan: known, drawn, checks }: SampleState,
  { claimId, valid, reason }: Asked<'CheckSample'>,
  { today }: Asking,
): Decision<SampleEvent> {
  if (known === undefined || drawn?.claims.includes(claimId) !== true) return refuse('NOT_FOUND');
  const earlier = checks.get(claimId);
  if (earlier !== undefined && earlier.valid === valid && earlier.reason === reason) return accept();
  const found = { sampleId: known.sampleId, claimId, valid, checkedOn: textOf(today) };
  return accept({ type: 'SampleChecked', payload: { ...found, ...(reason !== undefined && { reason }) } });
}

/** Steekproef (stream `sample-…`): planned, drawn and checked by the auditor alone (R50). */
export const sampleDecider: Decider<SampleState, SampleCommand, SampleEvent, Asking, RecordedOf<SampleEvent>> = {
  initial: { checks: new Map() },
  evolve: (state, event) => {
    switch (event.type) {
      case 'SamplePlanned':
        return { ...state, plan: event.payload };
      case 'SampleDrawn':
        return { ...state, drawn: event.payload };
      case 'SampleChecked':
        return { ...state, checks: new Map(state.checks).set(event.payload.claimId, event.payload) };
      default:
        return event satisfies never;
    }
  },
  decide,
};
