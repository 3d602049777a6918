import { recoveredCents } from '../clawback/clawbacks.js';
import type { ClientFile } from '../client-file.js';
import { paidCents } from './payments.js';

/** Recovered beyond what is left paid: it came in twice, from the provider and from the bank, and the next order gives it back. */
export const owedBackCents = ({ clawbacks, payments }: ClientFile, claimId: string): number =>
  Math.max(0, recoveredCents(clawbacks, claimId) - paidCents(payments, claimId));
