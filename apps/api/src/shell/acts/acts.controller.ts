import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { Act, ACT_PARAM, ActPage, ListActs } from '@uitkomst/contracts';
import type { RecordedEvent } from '@uitkomst/ledger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { SignedIn, type Principal } from '../auth/principal.js';
import { Reads } from '../http/docs.js';
import { ApiTags } from '../http/document/decorators.js';
import type { Tag } from '../http/document/tags.js';
import { pageOf, pagingOf, partOf } from '../http/paging.js';
import type { Services } from '../open-services.js';
import { SERVICES } from '../services.js';

/** Where acts stand, and what their reader sees of each; undefined where it is none of theirs. */
export interface ActsOn {
  readonly stream: string;
  readonly show: (event: RecordedEvent) => Act | undefined;
}

/** Finds what acts are done to; throws where that does not exist for this reader. */
export type FindActs<P> = (services: ActServices, principal: Principal, named: P) => Promise<ActsOn>;
export type ActServices = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;

interface Acts<P extends z.ZodObject> {
  /** The same under which they are recorded. */
  readonly path: string;
  /** Names what they are done to, by the names that the events have for it. */
  readonly params: P;
  readonly tag: Tag;
  /** What such an act is recorded as. */
  readonly types: readonly string[];
  readonly list: Named;
  readonly get: Named;
  readonly find: FindActs<z.infer<P>>;
}

interface Named {
  readonly id: string;
  readonly summary: string;
}

/** What was recorded on a resource is read back where it was recorded: all of it in order, and each act by its event id. */
export function actsController<P extends z.ZodObject>(acts: Acts<P>): Type {
  const { path, params, tag } = acts;
  const ActParams = params.extend(ACT_PARAM);
  type Params = z.infer<P>;

  @ApiTags(tag)
  @Controller(path)
  class ActsController {
    constructor(@Inject(SERVICES) private readonly services: ActServices) {}

    @Get()
    @Reads({ ...acts.list, answer: ActPage })
    async list(
      @SignedIn() principal: Principal,
      @Param({ schema: params }) named: Params,
      @Query({ schema: ListActs }) query: ListActs,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ActPage> {
      const paging = pagingOf(query);
      return pageOf(partOf(await this.read(principal, named), paging), paging, { request, reply });
    }

    @Get(':actId')
    @Reads({ ...acts.get, answer: Act })
    async get(
      @SignedIn() principal: Principal,
      @Param({ schema: ActParams }) named: Params & { readonly actId: string },
    ): Promise<Act> {
      return actIn(await this.read(principal, named), named.actId);
    }

    private async read(principal: Principal, named: Params): Promise<readonly Act[]> {
      const { stream, show } = await acts.find(this.services, principal, named);
      const found: Act[] = [];
      for await (const event of this.services.ledger.readStream(stream)) {
        const act = acts.types.includes(event.type) && isDoneTo(named, event) ? show(event) : undefined;
        if (act !== undefined) found.push(act);
      }
      return found;
    }
  }
  return ActsController;
}

/** An event names what it is about by the names that paths have for it. */
const isDoneTo = (named: Readonly<Record<string, unknown>>, { payload }: RecordedEvent): boolean =>
  Object.entries(payload as object).every(([field, value]) => !(field in named) || named[field] === value);

/** One of them; 404 where there is none of that name. */
export function actIn<A extends Pick<Act, 'eventId'>>(acts: readonly A[], eventId: string): A {
  const act = acts.find((one) => one.eventId === eventId);
  if (act === undefined) throw new NotFoundException('Niet gevonden');
  return act;
}

/** Where an act can be read; where nothing was recorded because it was so already, that on which it would have been. */
export const placeOf = ([act]: readonly { readonly id: string }[], resource: string, collection: string): string =>
  act === undefined ? resource : `${resource}/${collection}/${act.id}`;

/** The same among all of its kind, of which there is no resource above. */
export const placeAmong = ([act]: readonly { readonly id: string }[], collection: string): string =>
  act === undefined ? collection : `${collection}/${act.id}`;
