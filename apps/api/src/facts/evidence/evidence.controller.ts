import { Controller, Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  EvidenceDocument,
  EvidenceDocumentPage,
  EvidenceMediaType,
  EvidenceParams,
  FileParams,
  KeepEvidence,
  ListEvidence,
} from '@uitkomst/contracts';
import { Evidence, isHidden, MAY_RECORD, type Role } from '@uitkomst/domain';
import { DOCUMENTS_MAX, type KeptDocument } from '@uitkomst/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actAs, SignedIn, type Principal } from '../../shell/auth/principal.js';
import { documentsFor } from '../../shell/commands/kept-evidence.js';
import { ApiTags } from '../../shell/http/document/decorators.js';
import { Downloads, Reads, Recording } from '../../shell/http/docs.js';
import type { Door } from '../../shell/http/door.js';
import { pageOf, pagingOf, partOf } from '../../shell/http/paging.js';
import { PlainProblem, Problem } from '../../shell/http/problem.js';
import { preferred } from '../../shell/http/wanted/media-types.js';
import type { Tag } from '../../shell/http/document/tags.js';
import type { Services } from '../../shell/open-services.js';
import { Asks, type Ask } from '../../shell/recording/ask.js';
import { SERVICES } from '../../shell/services.js';
import { factReaderOf, fileSeen, readsBack } from '../timeline/read-timeline.js';
import { readDocument } from './read-document.js';

const TAG: Tag = 'dossiers';
const JSON_TYPE = 'application/json';
const DOOR: Door = { consumes: EvidenceMediaType.options };
const BODY = Object.fromEntries(
  EvidenceMediaType.options.map((type) => [type, { type: 'string' as const, description: 'Het bestand zelf' }]),
);
/** Whoever records facts may keep what proves them. */
const MAY_KEEP: readonly Role[] = [...new Set(Object.values(MAY_RECORD).flat())].filter((role) => role !== 'SYSTEM');

/** Bewijsstukken: in the vault only. What it gives is put in a claim or fact as it is; no event tells that it was kept. */
@ApiTags(TAG)
@Controller('dossiers/:dossierRef/bewijsstukken')
export class EvidenceController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'clientFiles' | 'clock' | 'ledger' | 'vault'>,
  ) {}

  @Post()
  @RouteConfig(DOOR)
  @Recording({
    id: 'keepEvidence',
    summary: 'Bewaar een bewijsstuk in de kluis',
    description:
      'Een PDF, PNG of JPEG van hoogstens 20 MB. Het antwoord kan zo in `evidence` van een declaratie, aanvulling of feit. Dezelfde bytes nogmaals zijn hetzelfde bewijsstuk. In het grootboek komt niets.',
    answer: Evidence,
    body: BODY,
    besideLedger: true,
  })
  async keep(
    @Asks() { principal }: Ask,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Query({ schema: KeepEvidence }) told: KeepEvidence,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof Evidence>> {
    const { role, orgId } = await this.recorderOn(dossierRef, principal);
    const { bytes, mediaType } = readDocument(request);
    const whose = { municipality: principal.municipality, personRef: dossierRef };
    const keptAt = new Date(this.services.clock.now()).toISOString();
    const { kind, obtainedOn } = told;
    const kept = this.services.vault.documents.keep(whose, bytes, {
      kind,
      mediaType,
      ...(obtainedOn !== undefined && { obtainedOn }),
      orgId,
      role,
      keptAt,
    });
    if (kept === undefined) throw new Problem('onjuiste-status', { detail: FULL });
    void reply.header('Location', `/v1/dossiers/${dossierRef}/bewijsstukken/${kept.documentId}`);
    const { mediaType: _type, size: _size, recordedAt: _at, role: _role, ...evidence } = viewOf(kept);
    return evidence;
  }

  @Get()
  @Reads({
    id: 'listEvidence',
    summary: 'Bewaarde bewijsstukken van een dossier',
    description: 'In volgorde van bewaren. Wie geen dossiers leest, leest wat de eigen organisatie bewaarde.',
    answer: EvidenceDocumentPage,
    stateForbids: true,
  })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Query({ schema: ListEvidence }) query: ListEvidence,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceDocumentPage> {
    const paging = pagingOf(query);
    const documents = await this.seenBy(principal, dossierRef);
    return pageOf(partOf(documents.map(viewOf), paging), paging, { request, reply });
  }

  @Get(':evidenceId')
  @Downloads({
    id: 'getEvidence',
    summary: 'Eén bewijsstuk: wat ervan bekend is, of het bestand zelf',
    description: 'In JSON wat ervan bekend is; in de soort van het bestand de bytes, zoals ze kwamen (Accept).',
    produces: [JSON_TYPE, ...EvidenceMediaType.options],
    json: 'EvidenceDocument',
    stateForbids: true,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: EvidenceParams }) { dossierRef, evidenceId }: EvidenceParams,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceDocument | Buffer> {
    const document = (await this.seenBy(principal, dossierRef)).find(({ documentId }) => documentId === evidenceId);
    if (document === undefined) throw new NotFoundException('Niet gevonden');
    const { mediaType, sha256 } = document;
    const wanted = preferred(headers.accept, [JSON_TYPE, mediaType]);
    if (wanted === undefined) throw new PlainProblem(406, notOfThatKind(mediaType));
    if (wanted === JSON_TYPE) return viewOf(document);
    const whose = { municipality: principal.municipality, personRef: dossierRef };
    const bytes = this.services.vault.documents.bytesOf(whose, evidenceId);
    if (bytes === undefined) throw new NotFoundException('Niet gevonden');
    void reply
      .type(mediaType)
      .header('Content-Disposition', `attachment; filename="${evidenceId}.${EXTENSIONS[mediaTypeIn(document)]}"`)
      .header('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    return bytes;
  }

  /** In which role somebody keeps documents about this client; 404 for who is told nothing of the file. */
  private async recorderOn(dossierRef: string, principal: Principal): Promise<ReturnType<typeof actAs>> {
    const actor = actAs(principal, MAY_KEEP);
    const { state: file } = await this.services.clientFiles.read(principal.municipality, dossierRef);
    const isOther = actor.role === 'CLIENT' && principal.personRef !== dossierRef;
    if (isOther || isHidden(file, actor)) throw new NotFoundException('Niet gevonden');
    if (file.erasedOn !== undefined) throw erased();
    return actor;
  }

  private async seenBy(principal: Principal, dossierRef: string): Promise<readonly KeptDocument[]> {
    const { file } = await fileSeen(this.services, principal, { dossierRef, readerFor: factReaderOf });
    const documents = documentsFor(this.services.vault, principal, dossierRef);
    // Who reads no files is not told that there is one in which it kept nothing.
    if (documents.length === 0 && readsBack(principal)) throw new NotFoundException('Niet gevonden');
    if (file.erasedOn !== undefined) throw erased();
    return documents;
  }
}

const EXTENSIONS: Readonly<Record<EvidenceMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

const mediaTypeIn = ({ mediaType }: KeptDocument): EvidenceMediaType => EvidenceMediaType.parse(mediaType);

function viewOf({ documentId: id, keptAt: recordedAt, orgId: _org, ...told }: KeptDocument): EvidenceDocument {
  return EvidenceDocument.parse({ id, recordedAt, ...told });
}

const erased = (): Problem => new Problem('onjuiste-status', { code: 'STATE_FORBIDS' });
const FULL = {
  nl: `In dit dossier bewaart uw organisatie al ${DOCUMENTS_MAX} bewijsstukken; meer kan niet.`,
  en: `Your organisation already keeps ${DOCUMENTS_MAX} documents in this file; there is no room for more.`,
};
const notOfThatKind = (type: string) => ({
  nl: `Dit bewijsstuk is er als ${type}, of als JSON wat ervan bekend is`,
  en: `This document is available as ${type}, or as JSON what is known of it`,
});
