import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import {
  FileParams,
  Identity,
  IdentityKept,
  IdentityView,
  KeepWords,
  WordsKept,
  WordsParams,
  WordsView,
} from '@uitkomst/contracts';
import { ClaimId, personOf, type Role } from '@uitkomst/domain';
import type { Whose } from '@uitkomst/ledger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { actAs, isStaff, mayReadFile, SignedIn, type Principal } from '../shell/auth/principal.js';
import { findClaim } from '../shell/find-claim.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { knownPerson } from './known-person.js';

const TAG: Tag = 'privacy';
/** Who works with the person; an officer decides on claims and needs no name. */
const KNOW_PERSONS: readonly Role[] = ['CASEMGR', 'BENEFITS'];
const ClaimParams = z.object({ claimId: ClaimId });

/** Names and words of persons: in the vault only. An event holds a salted commitment, which says nothing without the vault. */
@ApiTags(TAG)
@Controller()
export class PersonalDataController {
  constructor(
    @Inject(SERVICES) private readonly services: Pick<Services, 'vault' | 'clientFiles' | 'clock' | 'ledger'>,
  ) {}

  @Post('dossiers/:dossierRef/persoonsgegevens')
  @Recording({
    id: 'keepIdentity',
    summary: 'Leg naam en adres vast in de kluis',
    answer: IdentityKept,
    besideLedger: true,
  })
  async keepIdentity(
    @Asks() { principal, commandId }: Ask,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Body({ schema: Identity }) identity: Identity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof IdentityKept>> {
    actAs(principal, KNOW_PERSONS);
    const whose = await knownPerson(this.services, principal, dossierRef);
    const recordId = `identity.${nameFrom(commandId, 'identity')}`;
    const commitment = this.services.vault.persons.keep(whose, {
      recordId,
      kind: 'IDENTITY',
      text: JSON.stringify(identity),
    });
    void reply.header('Location', `/v1/dossiers/${dossierRef}/persoonsgegevens`);
    return { dossierRef, commitment };
  }

  @Get('dossiers/:dossierRef/persoonsgegevens')
  @Reads({ id: 'getIdentity', summary: 'Lees naam en adres uit de kluis', answer: IdentityView, stateForbids: true })
  async getIdentity(
    @SignedIn() principal: Principal,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
  ): Promise<z.infer<typeof IdentityView>> {
    if (principal.personRef !== dossierRef) actAs(principal, [...KNOW_PERSONS, 'AUDITOR']);
    const whose = await knownPerson(this.services, principal, dossierRef);
    const last = this.services.vault.persons.textsOf(whose).findLast(({ kind }) => kind === 'IDENTITY');
    return { dossierRef, identity: last === undefined ? null : (JSON.parse(last.text) as Identity) };
  }

  @Post('dossiers/:dossierRef/woorden')
  @Recording({
    id: 'keepWords',
    summary: 'Leg vrije tekst vast in de kluis',
    answer: WordsKept,
    besideLedger: true,
  })
  async keepWords(
    @Asks() { principal, commandId }: Ask,
    @Param({ schema: FileParams }) { dossierRef }: FileParams,
    @Body({ schema: KeepWords }) words: KeepWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof WordsKept>> {
    if (!isStaff(principal) && principal.personRef !== dossierRef) throw new NotFoundException('Niet gevonden');
    return this.keep(await knownPerson(this.services, principal, dossierRef), words, { commandId, reply });
  }

  @Post('claims/:claimId/woorden')
  @Recording({
    id: 'keepWordsOnClaim',
    summary: 'Leg vrije tekst bij een eigen declaratie vast in de kluis',
    answer: WordsKept,
    besideLedger: true,
  })
  async keepWordsOnClaim(
    @Asks() { principal, commandId }: Ask,
    @Param({ schema: ClaimParams }) { claimId }: z.infer<typeof ClaimParams>,
    @Body({ schema: KeepWords }) words: KeepWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof WordsKept>> {
    await findClaim(this.services, principal, claimId);
    return this.keep(await knownPerson(this.services, principal, personOf(claimId)), words, { commandId, reply });
  }

  @Get('dossiers/:dossierRef/woorden/:recordId')
  @Reads({ id: 'getWords', summary: 'Lees vrije tekst uit de kluis', answer: WordsView, stateForbids: true })
  async getWords(
    @SignedIn() principal: Principal,
    @Param({ schema: WordsParams }) { dossierRef, recordId }: z.infer<typeof WordsParams>,
  ): Promise<z.infer<typeof WordsView>> {
    if (!mayReadFile(principal, dossierRef)) throw new NotFoundException('Niet gevonden');
    const text = this.services.vault.persons.textOf(await knownPerson(this.services, principal, dossierRef), recordId);
    if (text === undefined) throw new NotFoundException('Niet gevonden');
    return { dossierRef, recordId, words: JSON.parse(text) as KeepWords };
  }

  private keep(
    whose: Whose,
    words: KeepWords,
    { commandId, reply }: { readonly commandId: string; readonly reply: FastifyReply },
  ): z.infer<typeof WordsKept> {
    const recordId = `words.${nameFrom(commandId, 'words')}`;
    const commitment = this.services.vault.persons.keep(whose, {
      recordId,
      kind: 'WORDS',
      text: JSON.stringify(words),
    });
    void reply.header('Location', `/v1/dossiers/${whose.personRef}/woorden/${recordId}`);
    return { recordId, commitment };
  }
}
