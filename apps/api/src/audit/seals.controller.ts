import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { ListSeals, Seal, SealKeys, SealPage, SealParams, SealQuery } from '@uitkomst/contracts';
import { checkpointOf, firstSealOver, lastSeal, SEAL_STREAM, sealOf, type Seal as Recorded } from '@uitkomst/ledger';
import { publicKeysText } from '@uitkomst/ledger/verify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiTags } from '../shell/http/document/decorators.js';
import { Reads } from '../shell/http/docs.js';
import { pageOf, stretchOf } from '../shell/http/paging.js';
import { invalidField } from '../shell/http/problem.js';
import type { Tag } from '../shell/http/document/tags.js';
import type { Services } from '../shell/open-services.js';
import { SERVICES } from '../shell/services.js';

const TAG: Tag = 'verantwoording';
type Needs = Pick<Services, 'ledger' | 'sealer' | 'sealKeys'>;

/** Zegels: open to everybody, because what many hold nobody can rewrite unnoticed. */
@ApiTags(TAG)
@Controller()
export class SealsController {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  @Get('zegels')
  @Reads({ id: 'listSeals', summary: 'Zegels over het grootboek, de laatste eerst', answer: SealPage, open: true })
  async list(
    @Query({ schema: ListSeals }) query: ListSeals,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SealPage> {
    const { ledger } = this.services;
    const count = ((await lastSeal(ledger))?.revision ?? -1) + 1;
    const { paging, goOn } = stretchOf(query, count);
    const results: Seal[] = [];
    const from = count - 1 - paging.offset;
    if (from >= 0)
      for await (const event of ledger.readStream(SEAL_STREAM, { from, backwards: true, max: paging.limit }))
        results.push(shown(sealOf(event)));
    return pageOf({ count, results }, paging, { request, reply, goOn });
  }

  @Get('zegels/:size')
  @Reads({ id: 'getSeal', summary: 'Het zegel over zoveel gebeurtenissen', answer: Seal, open: true })
  async get(
    @Param({ schema: SealParams }) { size }: SealParams,
    @Query({ schema: SealQuery }) { fromSize }: SealQuery,
  ): Promise<Seal> {
    const seal = await firstSealOver(this.services.ledger, size);
    if (seal?.size !== size) throw new NotFoundException('Niet gevonden');
    return fromSize === undefined ? shown(seal) : { ...shown(seal), consistency: this.consistency(fromSize, size) };
  }

  @Get('zegelsleutels')
  @Reads({ id: 'listSealKeys', summary: 'Publieke sleutels van de zegels', answer: SealKeys, open: true })
  keys(): SealKeys {
    return { results: publicKeysText(this.services.sealKeys.introduced).trimEnd().split('\n') };
  }

  private consistency(from: number, size: number): string[] {
    if (from > size)
      throw invalidField({
        in: 'query',
        pointer: '/fromSize',
        code: 'too_big',
        message: { nl: `Ten hoogste ${size}`, en: `At most ${size}` },
      });
    const { tree } = this.services.sealer.log;
    if (size > tree.size) throw new NotFoundException('Niet gevonden'); // This process has not read that far yet.
    return tree.consistency(from, size).hashes.map((hash) => Buffer.from(hash).toString('hex'));
  }
}

const shown = (seal: Recorded): Seal => ({
  size: seal.size,
  rootHash: Buffer.from(seal.root).toString('hex'),
  recordedAt: seal.recordedAt,
  checkpoint: checkpointOf(seal),
});
