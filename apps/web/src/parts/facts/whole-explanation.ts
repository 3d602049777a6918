import type { Schema } from '../../shell/api/client.js';

/** Whether it tells of every rule, as staff and auditors read it; a provider's own part does not. */
export const isWhole = (explanation: Schema<'ReadExplanation'>): explanation is Schema<'Explanation'> =>
  'decisionHash' in explanation;
