import type { ReadStore } from '../reads.js';
import { CLAIMS_DESK, type DeskClaim } from '../claims-desk/claims-desk.projection.js';

/** All claims of a municipality together, as they stand. */
export interface DeskFigures {
  claims: number;
  /** Of which something is still to be done. */
  underway: number;
  /** What their decisions say is due. */
  cents: number;
  toPayCents: number;
  readonly states: Record<string, number>;
}

/** A claim that came on the work list, went from it, or stands otherwise on it. */
export interface DeskDifference {
  readonly change: 'CAME' | 'WENT' | 'OTHERWISE';
  readonly before: DeskClaim | undefined;
  readonly after: DeskClaim | undefined;
}

export interface DeskDifferences {
  readonly first: DeskFigures;
  readonly second: DeskFigures;
  /** How many there are, also where not all are named. */
  readonly count: number;
  readonly differences: readonly DeskDifference[];
}

interface Asked {
  readonly municipality: string;
  /** Differences named at most. */
  readonly max: number;
}

/** Two states of the work list, claim by claim in the order of their numbers. */
export async function compareDesks(
  [earlier, later]: readonly [ReadStore, ReadStore],
  { municipality, max }: Asked,
): Promise<DeskDifferences> {
  const [first, second] = [nothing(), nothing()];
  const [before, after] = [claimsOf(earlier, municipality), claimsOf(later, municipality)];
  const differences: DeskDifference[] = [];
  let count = 0;
  let [then, now] = [await next(before), await next(after)];
  while (then !== undefined || now !== undefined) {
    const claimId = [then, now].flatMap((claim) => claim?.claimId ?? []).toSorted()[0];
    const [was, is] = [then, now].map((claim) => (claim?.claimId === claimId ? claim : undefined));
    const change = changeOf(was, is);
    if (was !== undefined) [then] = [await next(before), add(first, was)];
    if (is !== undefined) [now] = [await next(after), add(second, is)];
    if (change === undefined) continue;
    count += 1;
    if (count <= max) differences.push({ change, before: was, after: is });
  }
  return { first, second, count, differences };
}

const nothing = (): DeskFigures => ({ claims: 0, underway: 0, cents: 0, toPayCents: 0, states: {} });

function add(figures: DeskFigures, { state, underway, cents, toPayCents }: DeskClaim): void {
  figures.claims += 1;
  if (underway) figures.underway += 1;
  figures.cents += cents;
  figures.toPayCents += toPayCents;
  figures.states[state] = (figures.states[state] ?? 0) + 1;
}

function changeOf(was: DeskClaim | undefined, is: DeskClaim | undefined): DeskDifference['change'] | undefined {
  if (was?.underway !== true && is?.underway === true) return 'CAME';
  if (was?.underway === true && is?.underway !== true) return 'WENT';
  const same =
    was?.state === is?.state &&
    was?.outcome === is?.outcome &&
    was?.cents === is?.cents &&
    was?.toPayCents === is?.toPayCents;
  return same ? undefined : 'OTHERWISE';
}

const PAGE = 500;

/** Page by page, so that requests are answered in between. */
async function* claimsOf(reads: ReadStore, municipality: string): AsyncGenerator<DeskClaim, undefined> {
  for (let after = ''; ;) {
    const page = await reads.select(CLAIMS_DESK, {
      where: [
        { column: 'municipality', is: '=', value: municipality },
        { column: 'claimId', is: '>', value: after },
      ],
      orderBy: [{ column: 'claimId' }],
      limit: PAGE,
    });
    yield* page;
    after = page.at(-1)?.claimId ?? '';
    if (page.length < PAGE) return undefined;
  }
}

const next = async (claims: AsyncGenerator<DeskClaim, undefined>): Promise<DeskClaim | undefined> =>
  (await claims.next()).value;
