import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  amsterdamDay,
  type ClientFileCommand,
  type FactEvent,
  type RuleResult,
  SYSTEM,
} from '@uitkomst/domain';
import {
  applicationStarted,
  benefitGranted,
  benefitStopped,
  C1,
  C2,
  contracts,
  caseManager,
  type Past,
  PERSON,
  placementStarted,
  PRESET_PARAMETERS,
  provider,
  serviceDelivered,
  submitClaim,
  trajectAssigned,
} from '@uitkomst/domain/testing';
import { ClientFiles, type Ledger, openLedger, TermsBook } from '@uitkomst/ledger';
import { manualClock, type ManualClock } from '@uitkomst/ledger/testing';

export { C1, C2, PERSON };
export const MUNICIPALITY = '0392';

/** Records on the ledger at a URL: commands through the one write path, reference data as it comes. */
class Story {
  private constructor(
    private readonly ledger: Ledger,
    private readonly clock: ManualClock,
    private count: number,
  ) {}

  /** Ids are counted on from `count`. */
  static async open(url: string, count = 0): Promise<Story> {
    const clock = manualClock('2007-01-02T08:00:00Z');
    return new Story(await openLedger(url, { clock }), clock, count);
  }

  goTo(day: string): void {
    this.clock.advance(Date.parse(`${day}T08:00:00Z`) - this.clock.now());
  }

  async tell(command: ClientFileCommand, actor: Actor): Promise<void> {
    this.clock.advance(1000);
    const commandId = this.next();
    const today = amsterdamDay(new Date(this.clock.now()).toISOString());
    const files = new ClientFiles(this.ledger, await TermsBook.open(this.ledger, { follow: false }));
    const task = { municipality: MUNICIPALITY, personRef: PERSON, command, actor, today, commandId, commandHash: '' };
    const result = await files.handle(task);
    if (!result.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(result)}`);
  }

  async facts(...past: readonly Past[]): Promise<void> {
    for (const { by, ...fact } of past) await this.tell({ type: 'RecordFact', fact: fact as FactEvent }, by);
  }

  async terms(stream: string, expected: 'none' | number, ...events: readonly (readonly [string, object])[]) {
    const offered = events.map(([type, payload]) => {
      const id = this.next();
      return { id, type, payload, actor: contracts(), commandId: id, commandHash: '' };
    });
    const result = await this.ledger.append(stream, expected, offered);
    if (!result.ok) throw new Error(`${stream} was not taken: ${JSON.stringify(result)}`);
  }

  /** Repeats the last decision on Sagenn's claim, only that R2 now passes. */
  async forge(): Promise<void> {
    const stream = `client-${MUNICIPALITY}-${PERSON}`;
    let last = -1;
    let payload:
      | (Record<string, unknown> & { readonly passed: readonly string[]; readonly rules: readonly RuleResult[] })
      | undefined;
    for await (const event of this.ledger.readStream(stream)) {
      last = event.revision;
      if (event.type === 'ClaimDetermined' && (event.payload as { claimId: string }).claimId === C2)
        payload = event.payload as typeof payload;
    }
    if (payload === undefined) throw new Error('Sagenn was never decided on');
    const rules = payload.rules.filter(({ rule }) => rule !== 'R2');
    await this.terms(stream, last, [
      'ClaimDetermined',
      { ...payload, number: 9, passed: ['R2', ...payload.passed], rules },
    ]);
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  private next(): string {
    this.count += 1;
    return `00000000-0000-7000-a000-${String(this.count).padStart(12, '0')}`;
  }
}

/** A ledger file in which Paswerk brings about an outflow, and Sagenn claims it too; the clock looks again when all is ripe. */
export async function recordedStory(): Promise<string> {
  const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'uitkomst-audit-')), 'ledger.db')}`;
  const story = await Story.open(url);
  await agreements(story);
  story.goTo('2008-01-04');
  const registration = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE', validFrom: '2008-01-01' } as const;
  await story.tell({ type: 'RegisterClient', registration }, caseManager());
  await story.facts(benefitGranted());
  story.goTo('2008-02-12');
  await story.facts(trajectAssigned());
  story.goTo('2008-08-05');
  await story.facts(serviceDelivered(), applicationStarted());
  story.goTo('2008-10-02');
  await story.facts(placementStarted(), benefitStopped());
  story.goTo('2008-12-01');
  await story.tell(submitClaim(), provider());
  await story.tell(submitClaim({ claimId: C2, providerId: 'SAGENN', trajectId: 't9' }), provider('SAGENN'));
  story.goTo('2009-04-02');
  for (const system of SOURCES)
    await story.terms(`source-${MUNICIPALITY}-${system}`, 0, [
      'SourceWatermark',
      { system, completeThrough: '2009-03-31' },
    ]);
  await story.tell({ type: 'Redetermine' }, SYSTEM);
  await story.close();
  return url;
}

const SOURCES = ['UWV_POLIS', 'GWS4ALL'];

async function agreements(story: Story): Promise<void> {
  const validFrom = '2007-01-01';
  await story.terms(
    `contract-${MUNICIPALITY}-K1`,
    'none',
    ['ContractRegistered', { contractId: 'K1', providerId: 'PASWERK', definitionSetId: 'NL-STD', validFrom }],
    ['TariffSet', { contractId: 'K1', milestone: 'SUSTAINED', cents: 300_000, validFrom }],
  );
  await story.terms(`definition-${MUNICIPALITY}-NL-STD`, 'none', [
    'DefinitionSetPublished',
    {
      definitionId: 'NL-STD',
      version: 1,
      parameters: PRESET_PARAMETERS,
      text: 'Zes maanden.',
      decisionRef: 'B1',
      validFrom,
    },
  ]);
  for (const system of SOURCES)
    await story.terms(`source-${MUNICIPALITY}-${system}`, 'none', [
      'SourceWatermark',
      { system, completeThrough: '2008-12-31' },
    ]);
}

/** Somebody changed a recorded decision: on the claim of Sagenn stands one that the rules never gave. */
export async function forgedDecision(url: string): Promise<void> {
  const story = await Story.open(url, 1000);
  story.goTo('2009-04-03');
  await story.forge();
  await story.close();
}
