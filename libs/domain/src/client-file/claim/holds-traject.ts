import { hasSucceeded } from '../../contracts-and-tariffs/successors.js';
import { dayOf } from '../../values/calendar-date.js';
import type { FileAsking } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { factsOf } from '../facts/fact-book.js';

/** Whether a traject of this client was assigned to the provider, or to one whose place it took under the contract (rules 3.4). */
export const holdsTraject = (
  { facts }: ClientFile,
  providerId: string,
  { terms, today }: Pick<FileAsking, 'terms' | 'today'>,
): boolean =>
  factsOf(facts, 'TrajectAssigned').some(({ payload: { providerId: assignedTo, contractId, validFrom } }) => {
    if (assignedTo === providerId) return true;
    const contract = terms.contracts.get(contractId);
    const assigned = { providerId: assignedTo, from: dayOf(validFrom) };
    return contract !== undefined && hasSucceeded(contract, assigned, { providerId, at: today });
  });
