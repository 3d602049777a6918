import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { pointerOf, type FieldFault } from '@uitkomst/contracts';
import type { FastifyRequest } from 'fastify';
import type { Door } from './door.js';
import { invalidInput } from './schema-pipe.js';

/**
 * A route that asks nothing in its query refuses whatever stands there: who names two dates to a route that does not look back would
 * take the present for the past. Routes that do ask refuse what they do not know by their schema.
 */
@Injectable()
export class KnownQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if ((request.routeOptions.config as Door).anyQuery) return true;
    if (!takesQuery(context)) refuseQuery(request);
    refuseNoText(request);
    return true;
  }
}

/** Names each key there is. */
export function refuseQuery({ query }: Pick<FastifyRequest, 'query'>): void {
  const keys = Object.keys(query as object);
  if (keys.length > 0) throw invalidInput(keys.map(unknownKey));
}

/** What is no text, or ends in its middle, is in no store: PostgreSQL would fail on it. */
function refuseNoText({ query, params, url }: FastifyRequest): void {
  const search = new URLSearchParams(url.split('?')[1]); // It writes U+FFFD for what is no UTF-8.
  const faults = [
    ...[...search, ...Object.entries(query as object)].filter(isNoText).map(([key]) => noText('query', key)),
    ...Object.entries(params as object)
      .filter(isNoText)
      .map(([key]) => noText('param', key)),
  ];
  if (faults.length > 0) throw invalidInput(faults);
}

const isNoText = ([, value]: readonly [string, unknown]): boolean => /[\0\uFFFD]/.test(String(value));

const noText = (place: FieldFault['in'], key: string): FieldFault => ({
  in: place,
  pointer: pointerOf([key]),
  code: 'invalid_text',
  message: 'Holds what is no character',
});

const unknownKey = (key: string): FieldFault => ({
  in: 'query',
  pointer: pointerOf([key]),
  code: 'unrecognized_keys',
  message: 'Unknown field',
});

/** Nest keeps of each handler what its parameters are, under names that begin with their kind. */
function takesQuery(context: ExecutionContext): boolean {
  const kept = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as unknown;
  return Object.keys(kept ?? {}).some((name) => name.startsWith(`${RouteParamtypes.QUERY}:`));
}
