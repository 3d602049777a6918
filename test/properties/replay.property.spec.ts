import fc from 'fast-check';
import {
  addDays,
  canonical,
  dayOf,
  redetermineOne,
  replayDetermination,
  SYSTEM,
  textOf,
  type ClientFile,
  type Day,
  type DeterminedPayload,
} from '@uitkomst/domain';
import { Office, TOWN } from '../stories/office.js';
import { printSeed, runs } from './chance.js';
import { moveOn, movesOf } from './moves.js';
import { history, type Agreed, type History } from './played.js';
import type { Step } from './steps.js';

beforeAll(printSeed);

/** A moment somebody may ask about later: what was known then, and what each claim's decision was. */
interface Moment {
  readonly instant: string;
  readonly today: Day;
  readonly current: readonly DeterminedPayload[];
}

describe('whatever happens, through the ledger', () => {
  it('P3: every decision replays to the same bytes, from its basis and from what was known at the time', async () => {
    let replayed = 0;
    await fc.assert(
      fc.asyncProperty(history(12), async (told) => {
        const office = await opened(told);
        const moments: Moment[] = [];
        for (const step of told.steps) moments.push(await taken(office, step));
        const decisions = await recorded(office);
        for (const decision of decisions) {
          const prefix = await office.fileAt({ revision: decision.basis.fileRevision });
          const again = replayDetermination(prefix, await office.book.at(TOWN, decision.basis.terms), decision);
          expect(canonical(again)).toBe(canonical(decision));
        }
        for (const { instant, today, current } of moments.slice(-3)) {
          const { file, terms } = await knownAt(office, instant);
          expect(currentIn(file).map(canonical)).toEqual(current.map(canonical));
          // Decided again on the day on which it was, with what was known then: nothing else comes out.
          // A withdrawn claim is not decided again: its last decision stands, whatever is recorded that day.
          const live = current.filter(({ claimId }) => file.claims.get(claimId)?.ended === undefined);
          const made = live.filter(({ basis }) => basis.asOf === textOf(today));
          const again = made.map(({ claimId }) => redetermineOne(file, claimId, { terms, today })?.decisionHash);
          expect(again).toEqual(made.map(({ decisionHash }) => decisionHash));
        }
        replayed += decisions.length;
        await office.close();
      }),
      runs,
    );
    expect(replayed).toBeGreaterThan(runs.numRuns); // More than one a history: there was something to replay.
  }, 300_000);

  it('P5: what is recorded later changes nothing of what was known, as of whatever day', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(history(10), fc.nat(9), async (told, cut) => {
        const office = await opened(told);
        const before = Math.max(1, cut % told.steps.length);
        for (const step of told.steps.slice(0, before)) await taken(office, step);
        const known = office.now;
        const then = await answers(office, known, told);
        // Later, be it only a millisecond: the rest of the story, another tariff, and registers that are behind after all.
        office.wait(1);
        await changedTerms(office);
        for (const step of told.steps.slice(before)) await taken(office, step);
        expect(await answers(office, known, told)).toEqual(then);
        looked += then.length;
        await office.close();
      }),
      runs,
    );
    expect(looked).toBeGreaterThan(runs.numRuns);
  }, 300_000);
});

async function opened({ agreed, past, from }: History): Promise<Office> {
  const office = await Office.open({ contracts: contractsOf(agreed), parameters: agreed.parameters }, from);
  await office.reported(...past);
  return office;
}

const contractsOf = ({ cents: [paswerk, sagenn] }: Agreed) => [
  { contractId: 'K1', providerId: 'PASWERK', cents: paswerk },
  { contractId: 'K2', providerId: 'SAGENN', cents: sagenn },
];

/** Does what a step says, as far as it is allowed, and remembers how things stand then; much falls on one instant. */
async function taken(office: Office, step: Step): Promise<Moment> {
  office.wait(step.days * 86_400_000);
  for (const part of movesOf(step)) {
    office.wait(part.days * 86_400_000);
    const move = moveOn(await office.file(), part, office.today);
    if (move === undefined) continue;
    if ('reported' in move) await office.reported(...move.reported);
    const { command, actor } = 'command' in move ? move : { command: { type: 'Redetermine' } as const, actor: SYSTEM };
    await office.ask(command, actor);
  }
  const moment = { instant: office.now, today: office.today, current: currentIn(await office.file()) };
  office.wait(1);
  return moment;
}

const currentIn = ({ claims }: ClientFile): readonly DeterminedPayload[] =>
  [...claims.values()].flatMap(({ determination }) => (determination === undefined ? [] : [determination.payload]));

async function knownAt(office: Office, instant: string) {
  const position = await office.files.resolveKnownAsOf(instant);
  return { file: await office.fileAt({ position }), terms: await office.termsAt(position) };
}

/** Every claim's decision on what was known at an instant, as of some days before, on and after it. */
async function answers(office: Office, known: string, { from }: History): Promise<readonly string[]> {
  const { file, terms } = await knownAt(office, known);
  const days = [0, 60, 400].map((later) => addDays(dayOf(from), later));
  return [...file.claims.keys()].flatMap((claimId) =>
    days.map((today) => canonical(redetermineOne(file, claimId, { terms, today }))),
  );
}

async function changedTerms(office: Office): Promise<void> {
  const since = { contractId: 'K1', validFrom: '2000-01-01' };
  await office.tell(`contract-${TOWN}-K1`, {
    type: 'TariffSet',
    payload: { ...since, milestone: 'SUSTAINED', cents: 1 },
  });
  const parameters = { definitionSetId: 'NONE', providerId: 'PASWERK' };
  await office.tell(`contract-${TOWN}-K1`, { type: 'ContractRegistered', payload: { ...since, ...parameters } });
}

/** Every determination on the client's stream. */
async function recorded(office: Office): Promise<readonly DeterminedPayload[]> {
  const found: DeterminedPayload[] = [];
  for await (const event of office.ledger.readAll())
    if (event.type === 'ClaimDetermined') found.push(event.payload as DeterminedPayload);
  return found;
}
