import type { AuthorisationRecord, ProcessingRecord } from '@uitkomst/contracts';

/** Status codes of OTLP: UNSET, OK, ERROR. */
const STATUS = { Unset: 0, Ok: 1, Error: 2 } as const;

/** Records as one line of OTLP JSON (a `resourceSpans` message), as collectors of processing logs take them in. */
export function otlpLine(records: readonly (ProcessingRecord | AuthorisationRecord)[]): string {
  const scope = { name: 'uitkomst' };
  const resource = { attributes: attributesOf({ 'service.name': 'uitkomst' }) };
  return JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope, spans: records.map(spanOf) }] }] });
}

function spanOf(record: ProcessingRecord | AuthorisationRecord) {
  const [start, end] = 'time' in record ? [record.time, record.time] : [record.start_time, record.end_time];
  return {
    traceId: record.trace_id,
    spanId: record.span_id,
    name: record.name,
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(end),
    status: { code: STATUS[record.status_code] },
    attributes: attributesOf(record.attributes),
  };
}

const attributesOf = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));

const nanoseconds = (instant: string): string => `${Date.parse(instant)}000000`;
