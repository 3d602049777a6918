import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DifferenceQuery, Differences } from '@uitkomst/contracts';
import { clientStream, type Ledger } from '@uitkomst/ledger';
import { decidedOtherwise, type Between, type DecidedOtherwise } from '@uitkomst/projections';
import { onlyStaff, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Reads } from '../../shell/http/docs.js';
import { tooEarly } from './too-early.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { cutOf } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';

const TAG: Tag = 'verantwoording';
/** So many events are gone through and so many differences named in one answer; more is for the command line (`audit diff`). */
const EVENTS_MAX = 100_000;
const NAMED_MAX = 500;

/** Verschillen: what was decided otherwise between two moments of knowledge, and what was recorded in between. */
@ApiTags(TAG)
@Controller('verschillen')
export class DifferencesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger'>) {}

  @Get()
  @Reads({
    id: 'listDifferences',
    summary: 'Wat tussen twee momenten anders is beslist, en waardoor',
    answer: Differences,
  })
  async list(
    @SignedIn() principal: Principal,
    @Query({ schema: DifferenceQuery }) query: DifferenceQuery,
  ): Promise<Differences> {
    onlyStaff(principal);
    const { ledger, clientFiles, clock } = this.services;
    const { municipality } = principal;
    const first = cutOf({ knownAsOf: query.knownAsOf }, clock).knownAsOf ?? '';
    const second = cutOf({ knownAsOf: query.until }, clock, { pointer: '/until' }).knownAsOf;
    const between = {
      before: await clientFiles.resolveKnownAsOf(first),
      after: second === undefined ? await ledger.head() : await clientFiles.resolveKnownAsOf(second),
    };
    if (between.after < between.before) throw tooEarly('/until');
    const touched =
      query.dossierRef === undefined
        ? await touchedIn(ledger, municipality, between)
        : { streams: [clientStream(municipality, query.dossierRef)], complete: true };
    const results: Differences['results'] = [];
    for (const stream of touched.streams) {
      if (results.length > NAMED_MAX) break;
      results.push(...(await decidedOtherwise(ledger, stream, between)).map(shown));
    }
    return {
      knownAsOf: first,
      until: second ?? null,
      files: touched.streams.length,
      complete: touched.complete && results.length <= NAMED_MAX,
      results: results.slice(0, NAMED_MAX),
    };
  }
}

const shown = ({ before, after, behind, ...claim }: DecidedOtherwise): Differences['results'][number] => ({
  ...claim,
  before: side(before),
  after: side(after),
  behind: [...behind],
});

const side = (said: DecidedOtherwise['before']): Differences['results'][number]['before'] =>
  said === null ? null : { ...said, fail: [...said.fail], open: [...said.open] };

async function touchedIn(
  ledger: Ledger,
  municipality: string,
  { before, after }: Between,
): Promise<{ readonly streams: readonly string[]; readonly complete: boolean }> {
  const streams = new Set<string>();
  let events = 0;
  const prefixes = [clientStream(municipality, '')];
  for await (const { stream } of ledger.readAll({ after: before, until: after, prefixes, max: EVENTS_MAX + 1 })) {
    events += 1;
    if (events <= EVENTS_MAX) streams.add(stream);
  }
  return { streams: [...streams], complete: events <= EVENTS_MAX };
}
