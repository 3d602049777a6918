import { NotFoundException } from '@nestjs/common';
import type { TermsHistory, TermsRecorded } from '@uitkomst/contracts';
import { EVENT_CATALOGUE } from '@uitkomst/domain';
import type { Ledger } from '@uitkomst/ledger';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../shell/http/etag.js';
import type { Decided } from '../shell/commands/decide-on-stream.js';
import { receiptOf } from '../shell/receipt.js';

/** The answer to a recorded term: where it is, which version it now has, and the receipt. */
export function termsRecorded(
  { events, revision }: Decided<unknown>,
  at: { readonly id: string; readonly location: string },
  reply: FastifyReply,
): TermsRecorded {
  void reply.header('Location', at.location).header('ETag', etagOf(revision + 1));
  const [first] = events;
  return { id: at.id, receipt: first === undefined ? null : receiptOf(first) };
}

/** Everything recorded on a stream of terms, in order; its ETag counts it. */
export async function termsHistory(
  ledger: Ledger,
  at: { readonly id: string; readonly stream: string; readonly staff: boolean },
  reply: FastifyReply,
): Promise<TermsHistory> {
  const events: TermsHistory['events'] = [];
  for await (const { id: eventId, type, recordedAt, payload } of ledger.readStream(at.stream)) {
    const audienceOf = EVENT_CATALOGUE[type]?.audienceOf ?? {};
    const fields = Object.entries(payload as object).filter(
      ([field]) => at.staff || audienceOf[field] !== 'municipality',
    );
    events.push({ eventId, type, recordedAt, fields: Object.fromEntries(fields) });
  }
  if (events.length === 0) throw new NotFoundException('Niet gevonden');
  void reply.header('ETag', etagOf(events.length));
  return { id: at.id, events };
}
