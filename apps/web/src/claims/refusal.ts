import type { Schema } from '../shell/api/client.js';

export const APPROVAL_REFUSED = 'APPROVAL_REFUSED';

/** The rules award the claim, and an officer holds it until another one has looked. */
export const isRefused = ({ reasons }: Pick<Schema<'Claim'>, 'reasons'>): boolean =>
  reasons.some(({ code }) => code === APPROVAL_REFUSED);
