import {
  draw,
  Population,
  populationHashOf,
  sampleDecider,
  seedOf,
  type RecordedFileEvent,
  type RecordedOf,
  type SampleEvent,
  type SampleState,
} from '@uitkomst/domain';
import { plain, type Ledger, type RecordedEvent } from '@uitkomst/ledger';
import { EXIT, Stop, type ExitCode } from './exit.js';
import { type LedgerOptions, withLedger } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

/** Draws the samples of a ledger again from what they were announced on, and compares seed, population and claims. */
export const sample = (options: LedgerOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    let different = 0;
    const announced = await announcedIn(ledger);
    if (announced.length === 0) throw new Stop(EXIT.UNREADABLE, 'This ledger holds no sample');
    for (const one of announced) {
      const answer = await drawnAgain(ledger, one);
      if (!answer.equal) different += 1;
      await terminal.answer(options.json === true ? JSON.stringify(answer) : lineOf(answer));
    }
    terminal.remark(`${announced.length} sample(s): ${different} different`);
    return different > 0 ? EXIT.DIFFERENCE : EXIT.FINE;
  });

interface Announced {
  readonly plan: RecordedEvent;
  readonly state: SampleState;
}

async function announcedIn(ledger: Ledger): Promise<readonly Announced[]> {
  const samples = new Map<string, Announced>();
  for await (const event of ledger.readAll({ prefixes: ['sample-'] })) {
    const { plan, state } = samples.get(event.stream) ?? { plan: event, state: sampleDecider.initial };
    samples.set(event.stream, {
      plan,
      state: sampleDecider.evolve(state, plain(event) as RecordedOf<SampleEvent>),
    });
  }
  return [...samples.values()];
}

interface DrawnAgain {
  readonly sample: string;
  readonly population: number;
  readonly claims: number;
  readonly equal: boolean;
  /** What comes out otherwise. */
  readonly differs: readonly string[];
}

async function drawnAgain(ledger: Ledger, { plan, state }: Announced): Promise<DrawnAgain> {
  const { plan: announced, drawn } = state;
  if (announced === undefined) throw new Stop(EXIT.UNREADABLE, `${plan.stream} begins without an announcement`);
  const { sampleId, filter, size } = announced;
  const population = new Population(filter);
  const municipality = plan.stream.split('-')[1] ?? '';
  for await (const event of ledger.readAll({ until: plan.position, prefixes: [`client-${municipality}-`] }))
    population.add(plain(event) as RecordedFileEvent);
  const claimIds = population.claimIds();
  const seed = seedOf(sampleId, plan.leafHash);
  const again = { seed, population: populationHashOf(claimIds), claims: draw(claimIds, seed, size).join(' ') };
  const recorded = { seed: drawn?.seed, population: drawn?.populationHash, claims: drawn?.claims.join(' ') };
  const differs = (['seed', 'population', 'claims'] as const).filter((part) => again[part] !== recorded[part]);
  return {
    sample: sampleId,
    population: claimIds.length,
    claims: drawn?.claims.length ?? 0,
    equal: differs.length === 0,
    differs,
  };
}

const lineOf = ({ sample: id, population, claims, equal, differs }: DrawnAgain): string =>
  `${equal ? 'ok  ' : 'DIFF'} ${id}: ${claims} of ${population}${equal ? '' : `; ${differs.join(', ')} differ`}`;
