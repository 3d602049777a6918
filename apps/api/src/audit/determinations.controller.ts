import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { ClaimParams, Determination, DeterminationParams, Determinations } from '@uitkomst/contracts';
import { isStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import {
  determinationsOf,
  ownDetermination,
  staffDetermination,
  type RecordedDetermination,
} from './determinations.js';
import { replayOf } from './replay.js';

const TAG: Tag = 'verantwoording';

/** Vaststellingen: every recorded determination of a claim; one of them is computed again from the ledger alone. */
@ApiTags(TAG)
@Controller('claims/:claimId/vaststellingen')
export class DeterminationsController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'terms'>,
  ) {}

  @Get()
  @Reads({ id: 'listDeterminations', summary: 'Beoordelingen van een declaratie', answer: Determinations })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: ClaimParams }) { claimId }: ClaimParams,
  ): Promise<Determinations> {
    const known = await this.known(principal, claimId);
    return { results: known.map((one) => this.shown(principal, one)) };
  }

  @Get(':eventId')
  @Reads({ id: 'getDetermination', summary: 'Eén beoordeling, opnieuw berekend', answer: Determination })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: DeterminationParams }) { claimId, eventId }: DeterminationParams,
  ): Promise<Determination> {
    const known = await this.known(principal, claimId);
    const one = known.find(({ id }) => id === eventId);
    if (one === undefined) throw new NotFoundException('Niet gevonden');
    const shown = this.shown(principal, one);
    if (!isStaff(principal)) return shown;
    return { ...shown, replay: await replayOf(this.services, principal.municipality, one) };
  }

  /** A provider reads the determinations it was told of, and no others; a request for evidence tells of nothing else. */
  private async known(principal: Principal, claimId: string): Promise<readonly RecordedDetermination[]> {
    const { claim } = await findClaim(this.services, principal, claimId);
    const all = await determinationsOf(this.services.ledger, principal.municipality, claimId);
    if (isStaff(principal) || principal.personRef !== undefined) return all;
    const letters = claim.notices.filter(({ payload }) => payload.kind !== 'INCOMPLETE');
    const told = new Set(letters.map(({ payload }) => payload.subjectEventId));
    return all.filter(({ id }) => told.has(id));
  }

  private shown(principal: Principal, one: RecordedDetermination): Determination {
    return isStaff(principal) ? staffDetermination(one) : ownDetermination(one, principal);
  }
}
