import { Controller, Inject, Param, Post } from '@nestjs/common';
import { FileParams, LetterCodeMade } from '@uitkomst/contracts';
import type { Role } from '@uitkomst/domain';
import type { z } from 'zod';
import { actAs, SignedIn, type Principal } from '../shell/auth/principal.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Searches } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';
import { knownPerson } from './known-person.js';

const TAG: Tag = 'privacy';
/** Who writes to clients. Not who decides on claims: a client's own word is evidence there. */
const WRITE_TO_CLIENTS: readonly Role[] = ['CASEMGR', 'BENEFITS'];
/** As long as one may object, and a few days for the post. */
const VALID_MS = 45 * 24 * 60 * 60_000;

/** Briefcodes: with the code of a letter a client signs in. It goes in no ledger, no log and no kept answer. */
@ApiTags(TAG)
@Controller('dossiers/:dossierRef/briefcodes')
export class LetterCodesController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'vault' | 'clientFiles' | 'clock'>) {}

  @Post('_vernieuw')
  @Searches({
    id: 'renewLetterCode',
    summary: 'Maak een code waarmee de cliënt zich aanmeldt',
    description:
      'De code staat alleen in dit antwoord. Opnieuw gevraagd is het een andere, en de eerdere geldt niet meer; in het grootboek komt niets.',
    answer: LetterCodeMade,
    stateForbids: true,
  })
  async renew(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
  ): Promise<z.infer<typeof LetterCodeMade>> {
    actAs(principal, WRITE_TO_CLIENTS);
    const whose = await knownPerson(this.services, principal, dossierRef);
    const ends = this.services.clock.now() + VALID_MS;
    const code = this.services.vault.letterCodes.make(whose, ends);
    return { dossierRef, code, endsAt: new Date(ends).toISOString() };
  }
}
