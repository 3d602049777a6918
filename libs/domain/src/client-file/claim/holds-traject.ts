import { isHeldBy } from '../../contracts-and-tariffs/successors.js';
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
    const assigned = { providerId: assignedTo, from: dayOf(validFrom) };
    return isHeldBy(terms.contracts.get(contractId), assigned, { providerId, at: today });
  });
