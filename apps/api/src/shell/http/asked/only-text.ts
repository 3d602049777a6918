import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { pointerOf, type FieldFault } from '@uitkomst/contracts';
import type { FastifyRequest } from 'fastify';
import { NO_TEXT } from '../body.js';
import { doorOf } from '../door.js';
import type { BilingualFault } from '../problem.js';
import { invalidInput } from '../schema-pipe.js';
import { searchIn } from './search-in.js';

/** What is no text, or ends in its middle, is in no store: PostgreSQL would fail on it. */
@Injectable()
export class OnlyText implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!doorOf(request).anyQuery) refuseNoText(request);
    return true;
  }
}

function refuseNoText({ query, params, url }: FastifyRequest): void {
  const asked = [...searchIn(url), ...Object.entries(query as object)]; // The first has U+FFFD for what is no UTF-8.
  const named = Object.entries(params as object);
  const faults = [
    ...asked.filter(isNoText).map(([key]) => noText('query', key)),
    ...named.filter(isNoText).map(([key]) => noText('param', key)),
  ];
  if (faults.length > 0) throw invalidInput(faults);
}

const isNoText = ([, value]: readonly [string, unknown]): boolean => /[\0\uFFFD]/.test(String(value));

const noText = (place: FieldFault['in'], key: string): BilingualFault => ({
  in: place,
  pointer: pointerOf([key]),
  code: 'invalid_text',
  message: NO_TEXT,
});
