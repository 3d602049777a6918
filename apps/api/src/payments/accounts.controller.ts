import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Account, AccountParams, Accounts, ConfirmAccount, ProviderParams, RegisterAccount } from '@uitkomst/contracts';
import {
  addDays,
  dayOf,
  latest,
  providerDecider,
  PROVIDER_COMMANDS,
  termsStream,
  textOf,
  type BankAccount,
  type ProviderCommand,
} from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { actAs, maySeeTermsOf, SignedIn, type Principal } from '../shell/auth/principal.js';
import { readStream } from '../shell/commands/decide-on-stream.js';
import { OnProvider } from '../shell/commands/handle-terms.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { etagOf, SeenVersion } from '../shell/http/etag.js';
import { invalidField } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { receiptOf } from '../shell/receipt.js';
import { Asks, nameFrom, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'betalingen';

/** Rekeningen van aanbieders: registered by contract management, confirmed by somebody else, of finance, and only then paid on. */
@ApiTags(TAG)
@Controller('aanbieders/:providerId/rekeningen')
export class AccountsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'bankVault' | 'ledger' | 'settings'>,
  ) {}

  @Post()
  @Recording({ id: 'registerAccount', summary: 'Registreer een rekening', answer: Account, ifMatch: true })
  async register(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ProviderParams }) { providerId }: z.infer<typeof ProviderParams>,
    @Body({ schema: RegisterAccount }) body: RegisterAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    actAs(ask.principal, PROVIDER_COMMANDS.RegisterBankAccount); // Nobody else puts a number in the vault.
    const iban = electronicFormatIBAN(body.iban) ?? '';
    if (!isValidIBAN(iban)) throw invalidField(NO_IBAN);
    const { municipality } = ask.principal;
    const accountId = `ACC.${nameFrom(ask.commandId, 'account')}`;
    const name = { municipality, providerId, accountId };
    const ibanCommitment = this.services.bankVault.keepAccount(name, { iban, holder: body.holder });
    const account = { providerId, accountId, activeFrom: body.activeFrom, ibanCommitment };
    const command = { type: 'RegisterBankAccount', account, ifMatch } as const;
    try {
      return await this.ask({ providerId, accountId, command }, { ask, reply });
    } catch (error) {
      const kept = (await this.read(municipality, providerId))?.state.accounts.has(accountId) ?? false;
      if (!kept) this.services.bankVault.forgetAccount(name); // Nobody recorded it: its number has no business here.
      throw error;
    }
  }

  @Get()
  @Reads({ id: 'listAccounts', summary: 'Lijst van rekeningen van een aanbieder', answer: Accounts, version: true })
  async list(
    @SignedIn() principal: Principal,
    @Param({ schema: ProviderParams }) { providerId }: z.infer<typeof ProviderParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Accounts> {
    return { results: await this.seen(principal, providerId, reply) };
  }

  @Get(':accountId')
  @Reads({ id: 'getAccount', summary: 'Eén rekening van een aanbieder', answer: Account, version: true })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: AccountParams }) { providerId, accountId }: z.infer<typeof AccountParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    const account = (await this.seen(principal, providerId, reply)).find((one) => one.accountId === accountId);
    if (account === undefined) throw new NotFoundException('Niet gevonden');
    return account;
  }

  @Post(':accountId/bevestigingen')
  @Recording({
    id: 'confirmAccount',
    summary: 'Bevestig een rekening',
    description: 'Door een andere medewerker dan wie haar registreerde. Na de afkoelperiode wordt erop betaald.',
    answer: Account,
    ifMatch: true,
  })
  confirm(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: AccountParams }) { providerId, accountId }: z.infer<typeof AccountParams>,
    @Body({ schema: ConfirmAccount }) _body: z.infer<typeof ConfirmAccount>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    const command = { type: 'ConfirmBankAccount', accountId, ifMatch } as const;
    return this.ask({ providerId, accountId, command }, { ask, reply });
  }

  private async ask(
    on: { readonly providerId: string; readonly accountId: string; readonly command: ProviderCommand },
    { ask, reply }: { readonly ask: Ask; readonly reply: FastifyReply },
  ): Promise<Account> {
    const { events, revision, state } = await this.commands.execute(new OnProvider(on.providerId, on.command, ask));
    const account = state.accounts.get(on.accountId);
    if (account === undefined) throw new Error('An account was recorded but is not there');
    const accounts = `/v1/aanbieders/${on.providerId}/rekeningen`;
    const confirmed = on.command.type === 'ConfirmBankAccount';
    const place = `${accounts}/${on.accountId}`;
    const location = confirmed ? placeOf(events, place, 'bevestigingen') : place;
    void reply.header('Location', location).header('ETag', etagOf(revision + 1));
    const [first] = events;
    const receipt = first === undefined ? null : receiptOf(first);
    return { ...this.view(ask.principal.municipality, account), receipt };
  }

  /** The accounts of a provider that this reader may know of, with the version of them all. */
  private async seen(principal: Principal, providerId: string, reply: FastifyReply): Promise<Account[]> {
    const { staff, own } = maySeeTermsOf(principal, providerId);
    const known = staff || own ? await this.read(principal.municipality, providerId) : undefined;
    if (known === undefined) throw new NotFoundException('Niet gevonden');
    void reply.header('ETag', etagOf(known.revision + 1));
    return [...known.state.accounts.values()].map((one) => this.view(principal.municipality, one));
  }

  private read(municipality: string, providerId: string) {
    return readStream(this.services.ledger, providerDecider, termsStream('provider', municipality, providerId));
  }

  private view(municipality: string, { account, confirmedOn }: BankAccount): Account {
    const { providerId, accountId, activeFrom, ibanCommitment } = account;
    const details = this.services.bankVault.account({ municipality, providerId, accountId }, ibanCommitment);
    const cooled = confirmedOn && addDays(dayOf(confirmedOn), this.services.settings.accountCoolingDays);
    return {
      accountId,
      iban: details === undefined ? '' : masked(details.iban),
      activeFrom,
      confirmedOn: confirmedOn ?? null,
      payableFrom: cooled ? textOf(latest(cooled, dayOf(activeFrom))) : null,
    };
  }
}

const NO_IBAN = {
  in: 'body',
  pointer: '/iban',
  code: 'invalid_iban',
  message: { nl: 'Geen IBAN', en: 'Not an IBAN' },
} as const;

/** Enough to recognise it by, too little to use. */
const masked = (iban: string): string => `${iban.slice(0, 4)}${'•'.repeat(iban.length - 8)}${iban.slice(-4)}`;
