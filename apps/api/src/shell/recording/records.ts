import { SetMetadata } from '@nestjs/common';

/** Key of the mark that `RecordOnce` looks for. */
export const RECORDS = 'records';

/** Marks a route that records: it needs an Idempotency-Key, and the same request is answered the same. */
export const Records = (): MethodDecorator => SetMetadata(RECORDS, true);
