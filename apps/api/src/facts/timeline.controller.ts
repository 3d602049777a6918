import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { FileParams, Timeline, TimelineQuery } from '@uitkomst/contracts';
import { standingOf, textOf, type ClientFile } from '@uitkomst/domain';
import { clientStream } from '@uitkomst/ledger';
import { SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { stateText } from '../shell/claim-view.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import { cutOf, type Cut } from '../shell/http/two-dates.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { readerOf } from '../shell/timeline/timeline-reader.js';

const TAG: Tag = 'dossiers';

/** Tijdlijn: what was recorded about a client and where the claims stood, as of one day and as known on another. */
@ApiTags(TAG)
@Controller('dossiers/:dossierRef/tijdlijn')
export class TimelineController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger'>) {}

  @Get()
  @Reads({ id: 'getTimeline', summary: 'Verloop van een dossier op twee data', answer: Timeline })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
  ): Promise<Timeline> {
    const { clock, ledger } = this.services;
    const cut = cutOf(query, clock);
    const { municipality } = principal;
    const file = await this.fileAt(municipality, dossierRef, cut);
    const reader = readerOf(principal, dossierRef, file);
    if (file.revision < 0 || reader === undefined) throw new NotFoundException('Niet gevonden');
    const hidden = new Set(file.seen.filter((fact) => fact.hidden).map(({ id }) => id));
    const events: Timeline['events'] = [];
    for await (const event of ledger.readStream(clientStream(municipality, dossierRef), { max: file.revision + 1 })) {
      const shown = reader.show(event);
      if (shown !== undefined && isBy(event.payload, textOf(cut.asOf)))
        events.push({ ...shown, retracted: hidden.has(event.id) });
    }
    const claims = [...file.claims.values()].flatMap((claim) => {
      const { claimId, providerId } = claim.submission.payload;
      if (!reader.claims) return [];
      const { state } = standingOf(file, claim, { today: cut.asOf });
      return [{ claimId, providerId, state, stateText: stateText(state) }];
    });
    return { dossierRef, asOf: textOf(cut.asOf), knownAsOf: cut.knownAsOf ?? null, events, claims };
  }

  private async fileAt(municipality: string, dossierRef: string, { knownAsOf }: Cut): Promise<ClientFile> {
    const { clientFiles } = this.services;
    if (knownAsOf === undefined) return (await clientFiles.read(municipality, dossierRef)).state;
    const position = await clientFiles.resolveKnownAsOf(knownAsOf);
    return (await clientFiles.readAt(municipality, dossierRef, { position })).state;
  }
}

/** What began later in the world is not part of the picture of an earlier day. */
const isBy = (payload: unknown, asOf: string): boolean => {
  const { validFrom } = payload as { readonly validFrom?: string };
  return validFrom === undefined || validFrom <= asOf;
};
