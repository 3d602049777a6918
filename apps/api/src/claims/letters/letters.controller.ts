import { createHash } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { LetterParams } from '@uitkomst/contracts';
import { letterText } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isProviderOf, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { findClaim } from '../../shell/find-claim.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Downloads } from '../../shell/http/docs.js';
import { languageOf } from '../../shell/http/language.js';
import type { Tag } from '../../shell/http/tags.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';
import { letterOfNotice } from './letter-of-notice.js';
import { letterPdf } from './letter-pdf.js';

const TAG: Tag = 'claims';
const TEXT = 'text/plain';
const PDF = 'application/pdf';

/** De brief van een bekendmaking: as text or as PDF/A, in Dutch or English; made again it is the same, byte for byte. */
@ApiTags(TAG)
@Controller('claims/:claimId/bekendmakingen')
export class LettersController {
  constructor(@Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger'>) {}

  @Get(':letterId')
  @Downloads({
    id: 'getLetter',
    summary: 'De brief van een bekendmaking',
    description:
      'Als tekst of als PDF/A-2a, in het Nederlands of het Engels (Accept, Accept-Language). Opnieuw opgevraagd is het dezelfde brief; Repr-Digest noemt de SHA-256.',
    produces: [TEXT, PDF],
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: LetterParams }) { claimId, letterId }: LetterParams,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { claim } = await findClaim(this.services, principal, claimId);
    const language = languageOf(request.headers);
    const { municipality } = principal;
    const letter = await letterOfNotice(this.services.ledger, { municipality, claimId, letterId, language });
    const { providerId } = claim.submission.payload;
    // What the client is answered on its own objection is not for the provider.
    if (letter === undefined || (letter.addressee === 'CLIENT' && isProviderOf(principal, providerId)))
      throw new NotFoundException('Niet gevonden');
    const type = wanted(request);
    const bytes = type === PDF ? await letterPdf(letter) : Buffer.from(letterText(letter), 'utf8');
    void reply
      .type(type === PDF ? PDF : `${TEXT}; charset=utf-8`)
      .header('Content-Language', language)
      .header('Content-Disposition', `inline; filename="${letterId}.${type === PDF ? 'pdf' : 'txt'}"`)
      .header('Repr-Digest', `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
    return bytes;
  }
}

/** Whichever of the two is named first; text where neither is. */
function wanted({ headers: { accept = '' } }: FastifyRequest): typeof TEXT | typeof PDF {
  const pdf = accept.search(/application\/(pdf|\*)/);
  const text = accept.search(/text\/(plain|\*)/);
  return pdf >= 0 && (text < 0 || pdf < text) ? PDF : TEXT;
}
