import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { doorOf } from '../door.js';
import { invalidInput, unknownFields } from '../schema-pipe.js';

/**
 * A route that asks nothing in its query refuses whatever stands there: who names two dates to a route that does not look back would
 * take the present for the past. Routes that do ask refuse what they do not know by their schema.
 */
@Injectable()
export class KnownQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!doorOf(request).anyQuery && !takesQuery(context)) refuseQuery(request);
    return true;
  }
}

/** Names each key there is. */
export function refuseQuery({ query }: Pick<FastifyRequest, 'query'>): void {
  const keys = Object.keys(query as object);
  if (keys.length > 0) throw invalidInput(unknownFields(keys, { in: 'query' }));
}

/** Nest keeps of each handler what its parameters are, under names that begin with their kind. */
function takesQuery(context: ExecutionContext): boolean {
  const kept = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as unknown;
  return Object.keys(kept ?? {}).some((name) => name.startsWith(`${RouteParamtypes.QUERY}:`));
}
