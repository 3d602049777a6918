import { Delivery, type DeliveryQuery } from '@uitkomst/contracts';
import { dayOf, type Day } from '@uitkomst/domain';
import { refuseQuery } from '../shell/http/asked/known-query.js';
import { refused } from '../shell/http/refusals.js';
import { faultsIn, invalidInput } from '../shell/http/schema-pipe.js';
import { readCsv } from './csv/csv.js';
import { fieldsOf } from './csv/csv-fields.js';

/** The same delivery, whether it came as JSON or as CSV; refused here is refused before any row of it is recorded. */
export function readDelivery(body: unknown, query: DeliveryQuery, today: Day): Delivery {
  const csv = typeof body === 'string' ? readCsv(body) : undefined;
  if (typeof body === 'string' && csv === undefined)
    throw invalidInput([{ in: 'body', pointer: '', code: 'invalid_csv', message: NO_CSV }]);
  if (csv === undefined) refuseQuery({ query }); // JSON says it beside its rows: a second place could say otherwise.
  const given = csv === undefined ? body : { ...query, rows: csv.map(fieldsOf) };
  const parsed = Delivery.safeParse(given);
  const beside = csv === undefined ? 'body' : 'query'; // Where stands what is said beside the rows.
  if (!parsed.success)
    throw invalidInput(
      parsed.error.issues.flatMap((issue) => faultsIn(issue, { in: issue.path[0] === 'rows' ? 'body' : beside })),
    );
  const { completeThrough } = parsed.data;
  // No source is complete through tomorrow. Left to the watermark it would be refused after the rows were recorded.
  if (completeThrough !== undefined && dayOf(completeThrough) > today)
    throw refused({ code: 'INVALID_PERIOD', data: { field: 'completeThrough' } }, { isProvider: false, in: beside });
  return parsed.data;
}

const NO_CSV = { nl: 'Geen CSV met een kopregel', en: 'No CSV with a header line' };
