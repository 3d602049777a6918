import type { ClientFileCommand } from '@uitkomst/domain';
import type { Due } from './agenda.projection.js';

const REDETERMINE: ClientFileCommand = { type: 'Redetermine' };

/** What is asked of a file for which something is due. What ends comes first, because it would else be determined again. */
export const whatADayBrings = (due: readonly Pick<Due, 'kind' | 'claimId'>[]): readonly ClientFileCommand[] => [
  ...due.flatMap(({ kind, claimId }) => endingOf(kind, claimId)),
  REDETERMINE,
];

/** What a term that is over ends; the other terms only make the file be looked at again. */
function endingOf(kind: Due['kind'], claimId: string): readonly ClientFileCommand[] {
  if (kind === 'COMPLETION_TERM') return [{ type: 'ExpireClaim', claimId }];
  return kind === 'CLOSING' ? [{ type: 'CloseClaim', claimId }] : [];
}
