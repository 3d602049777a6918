import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AmendContract,
  ContractList,
  ContractParams,
  RegisterContract,
  SetTariff,
  TermsHistory,
  TermsRecorded,
} from '@uitkomst/contracts';
import { FOREVER, textOf, type ContractCommand } from '@uitkomst/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { placeOf } from '../shell/acts/acts.controller.js';
import { contractFor } from '../shell/acts/terms-acts.js';
import { maySeeTermsOf, SignedIn, type Principal } from '../shell/auth/principal.js';
import { OnContract } from '../shell/commands/handle-terms.js';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads, Recording } from '../shell/http/docs.js';
import { SeenVersion } from '../shell/http/etag.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { Asks, type Ask } from '../shell/recording/ask.js';
import { SERVICES } from '../shell/services.js';
import { termsHistory, termsRecorded } from './terms-answers.js';

const TAG: Tag = 'voorwaarden';
type Params = z.infer<typeof ContractParams>;

/** Contracten: registered, amended and priced by contract management. */
@ApiTags(TAG)
@Controller('contracten')
export class ContractsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SERVICES) private readonly services: Pick<Services, 'ledger' | 'terms'>,
  ) {}

  @Post()
  @Recording({ id: 'registerContract', summary: 'Registreer een contract', answer: TermsRecorded })
  register(
    @Asks() ask: Ask,
    @Body({ schema: RegisterContract }) contract: RegisterContract,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    return this.record(contract.contractId, { type: 'RegisterContract', contract }, { ask, reply });
  }

  @Get()
  @Reads({ id: 'listContracts', summary: 'Lijst van contracten', answer: ContractList })
  async list(@SignedIn() principal: Principal): Promise<z.infer<typeof ContractList>> {
    const { contracts } = await this.services.terms.refresh(principal.municipality);
    const visible = [...contracts.values()].filter(({ registrations }) => {
      const { staff, own } = maySeeTermsOf(principal, ...registrations.map(({ providerId }) => providerId));
      return staff || own;
    });
    const results = visible.flatMap(({ contractId: id, registrations }) => {
      const last = registrations.at(-1);
      if (last === undefined) return [];
      const { providerId, definitionSetId, period } = last;
      const ends = period.to !== FOREVER && { validTo: textOf(period.to) };
      return [{ id, providerId, definitionSetId, validFrom: textOf(period.from), ...ends }];
    });
    return { results: results.toSorted((one, other) => one.id.localeCompare(other.id)) };
  }

  @Get(':contractId')
  @Reads({
    id: 'getContract',
    summary: 'Lees een contract met wijzigingen en tarieven',
    answer: TermsHistory,
    version: true,
  })
  async get(
    @SignedIn() principal: Principal,
    @Param({ schema: ContractParams }) { contractId: id }: Params,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsHistory> {
    const { ledger } = this.services;
    return termsHistory(ledger, { id, ...(await contractFor(ledger, principal, id)) }, reply);
  }

  @Post(':contractId/wijzigingen')
  @Recording({ id: 'amendContract', summary: 'Wijzig een contract', answer: TermsRecorded, ifMatch: true })
  amend(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ContractParams }) { contractId }: Params,
    @Body({ schema: AmendContract }) body: AmendContract,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const command = { type: 'AmendContract', amendment: { ...body, contractId }, ifMatch } as const;
    return this.record(contractId, command, { ask, reply, path: 'wijzigingen' });
  }

  @Post(':contractId/tarieven')
  @Recording({ id: 'setTariff', summary: 'Stel een tarief vast', answer: TermsRecorded, ifMatch: true })
  price(
    @Asks() ask: Ask,
    @SeenVersion() ifMatch: number,
    @Param({ schema: ContractParams }) { contractId }: Params,
    @Body({ schema: SetTariff }) body: SetTariff,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TermsRecorded> {
    const command = { type: 'SetTariff', tariff: { ...body, contractId }, ifMatch } as const;
    return this.record(contractId, command, { ask, reply, path: 'tarieven' });
  }

  private async record(
    id: string,
    command: ContractCommand,
    { ask, reply, path }: { readonly ask: Ask; readonly reply: FastifyReply; readonly path?: string },
  ): Promise<TermsRecorded> {
    const done = await this.commands.execute(new OnContract(id, command, ask));
    const contract = `/v1/contracten/${id}`;
    const location = path === undefined ? contract : placeOf(done.events, contract, path);
    return termsRecorded(done, { id, location }, reply);
  }
}
