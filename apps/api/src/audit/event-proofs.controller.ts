import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { EventParams, EventProof } from '@uitkomst/contracts';
import { AUDIENCES } from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { openParts } from '@uitkomst/ledger/verify';
import { isStaff, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { eventById, inclusionOf } from '../shell/proofs/inclusion.js';
import { SERVICES } from '../shell/services.js';
import { seesInFile } from './own-events.js';

const TAG: Tag = 'verantwoording';

/** Gebeurtenissen: the proof that one stands in the sealed ledger, for whoever recorded it and for who may read it. */
@ApiTags(TAG)
@Controller('gebeurtenissen/:eventId/bewijs')
export class EventProofsController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'ledger' | 'sealer'>) {}

  @Get()
  @Reads({
    id: 'getEventProof',
    summary: 'Bewijs van een gebeurtenis',
    description: 'Kort na het vastleggen kan het zegel nog ontbreken; dan antwoordt dit 503 en kan het opnieuw.',
    answer: EventProof,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: EventParams }) { eventId }: EventParams,
  ): Promise<EventProof> {
    const event = await eventById(this.services, eventId);
    if (event === undefined || !(await this.mayProve(principal, event))) throw new NotFoundException('Niet gevonden');
    return eventProof(this.services, principal, event);
  }

  /** Of its own municipality staff prove everything, a client and a provider what they see in a file, everybody else what they recorded. */
  private async mayProve(principal: Principal, event: RecordedEvent): Promise<boolean> {
    const { municipality, personRef, orgId } = principal;
    const { stream, actor } = event;
    if (stream.split('-')[1] !== municipality) return false;
    if (isStaff(principal) || (await seesInFile(this.services, principal, event))) return true;
    return personRef === undefined && actor.orgId === orgId && actor.role !== 'SYSTEM';
  }
}

/** A leaf says at which revision of the file it stands, and so how much else happened there: that is for staff, as is what it was hashed from. */
async function eventProof(
  { sealer }: Pick<Services, 'sealer'>,
  principal: Principal,
  event: RecordedEvent,
): Promise<EventProof> {
  const { id: eventId, type, recordedAt, bytes, stream } = event;
  const inclusion = await inclusionOf(sealer, event);
  const [kind, , dossierRef] = stream.split('-');
  const whole = {
    leaf: bytes.leaf,
    parts: openParts(bytes, [...AUDIENCES, 'actor']),
    ...(kind === 'client' && { dossierRef }),
  };
  return { eventId, type, recordedAt, inclusion, ...(isStaff(principal) && whole) };
}
