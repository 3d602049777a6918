import { createHash } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { LetterParams } from '@uitkomst/contracts';
import { letterText, type Letter } from '@uitkomst/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isProviderOf, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { findClaim } from '../../shell/find-claim.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Downloads } from '../../shell/http/docs.js';
import { languageOf } from '../../shell/http/wanted/language.js';
import { preferred } from '../../shell/http/wanted/media-types.js';
import type { Tag } from '../../shell/http/document/tags.js';
import type { Services } from '../../shell/open-services.js';
import { SERVICES } from '../../shell/services.js';
import { municipalityNameIn } from '../../shell/settings.js';
import { letterOfNotice } from './letter-of-notice.js';
import { letterPdf } from './letter-pdf.js';

const TAG: Tag = 'claims';
const TEXT = 'text/plain';
const PDF = 'application/pdf';
const JSON_TYPE = 'application/json';

/** De brief van een bekendmaking: as text, as PDF/A or in parts for a screen, in Dutch or English; made again it is the same. */
@ApiTags(TAG)
@Controller('claims/:claimId/bekendmakingen')
export class LettersController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'settings'>,
  ) {}

  @Get(':letterId')
  @Downloads({
    id: 'getLetter',
    summary: 'De brief van een bekendmaking',
    description:
      'Als tekst, als PDF/A-2a of in onderdelen (JSON), in het Nederlands of het Engels (Accept, Accept-Language). Opnieuw opgevraagd is het dezelfde brief; Repr-Digest noemt de SHA-256.',
    produces: [TEXT, PDF, JSON_TYPE],
    json: 'Letter',
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
    const letter = await letterOfNotice(this.services.ledger, {
      municipality,
      municipalityName: municipalityNameIn(this.services.settings, municipality),
      claimId,
      letterId,
      language,
    });
    const { providerId } = claim.submission.payload;
    // What the client is answered on its own objection is not for the provider.
    if (letter === undefined || (letter.addressee === 'CLIENT' && isProviderOf(principal, providerId)))
      throw new NotFoundException('Niet gevonden');
    const type = wanted(request);
    const bytes = await bytesOf(letter, type);
    void reply
      .type(type === PDF ? PDF : `${type}; charset=utf-8`)
      .header('Content-Language', language)
      .header('Content-Disposition', `inline; filename="${letterId}.${EXTENSIONS[type]}"`)
      .header('Repr-Digest', `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
    return bytes;
  }
}

const EXTENSIONS = { [TEXT]: 'txt', [PDF]: 'pdf', [JSON_TYPE]: 'json' } as const;
type Format = keyof typeof EXTENSIONS;
const FORMATS: readonly Format[] = [TEXT, PDF, JSON_TYPE];

/** Whichever is wanted most; text where nothing is said. */
const wanted = ({ headers }: FastifyRequest): Format => preferred(headers.accept, FORMATS) ?? TEXT;

async function bytesOf(letter: Letter, format: Format): Promise<Buffer> {
  if (format === PDF) return letterPdf(letter);
  return Buffer.from(format === TEXT ? letterText(letter) : JSON.stringify(letter), 'utf8');
}
