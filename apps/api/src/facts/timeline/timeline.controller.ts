import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { FileParams, Timeline, TimelineQuery } from '@uitkomst/contracts';
import { standingOf, textOf } from '@uitkomst/domain';
import { SignedIn, type Principal } from '../../shell/auth/principal.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { stateText } from '../../shell/claim-view.js';
import { Reads } from '../../shell/http/docs.js';
import type { Tag } from '../../shell/http/document/tags.js';
import { cutOf } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';
import { eventsSeen, fileSeen } from './read-timeline.js';

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
    const cut = cutOf(query, this.services.clock);
    const seen = await fileSeen(this.services, principal, { dossierRef, cut });
    const { file, reader } = seen;
    const events = await eventsSeen(this.services, principal, { ...seen, asOf: cut.asOf });
    const claims = [...file.claims.values()].flatMap((claim) => {
      const { claimId, providerId } = claim.submission.payload;
      if (!reader.claims) return [];
      const { state } = standingOf(file, claim, { today: cut.asOf });
      return [{ claimId, providerId, state, stateText: stateText(state) }];
    });
    return { dossierRef, asOf: textOf(cut.asOf), knownAsOf: cut.knownAsOf ?? null, events, claims };
  }
}
