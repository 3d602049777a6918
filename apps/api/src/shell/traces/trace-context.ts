import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace this request belongs to: the caller's (W3C Trace Context), or one of its own. */
export const traceIdOf = ({ traceparent }: IncomingHttpHeaders): string =>
  (typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined) ?? randomBytes(16).toString('hex');

export const newSpanId = (): string => randomBytes(8).toString('hex');
