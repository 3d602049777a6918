import { accept, refuse } from '../../decider.js';
import { textOf } from '../../values/calendar-date.js';
import type { Command, FileAsking, FileDecision } from '../asking.js';
import { standingOf } from '../claim/claim-state.js';
import type { ClientFile } from '../client-file.js';

/** Persoonsgegevens verwijderen: only when every claim is closed, and never by who proposed it. Proofs and amounts stay. */
export function eraseSubject(
  file: ClientFile,
  { ground, proposer }: Command<'EraseSubject'>,
  asking: FileAsking,
): FileDecision {
  const { actor, today } = asking;
  if (file.revision < 0) return refuse('NOT_FOUND');
  for (const claim of file.claims.values()) {
    const { state } = standingOf(file, claim, asking);
    if (state !== 'CLOSED') return refuse('STATE_FORBIDS', { state });
  }
  if (proposer === actor.id) return refuse('SEPARATION_OF_DUTIES');
  return accept({ type: 'SubjectErased', payload: { ground, erasedOn: textOf(today) } });
}

/** The data stays: on which ground, and until when it must be kept. */
export function refuseErasure(
  file: ClientFile,
  { ground, retentionUntilOn, proposer }: Command<'RefuseErasure'>,
  { actor, today }: FileAsking,
): FileDecision {
  if (file.revision < 0) return refuse('NOT_FOUND');
  if (proposer === actor.id) return refuse('SEPARATION_OF_DUTIES');
  const until = retentionUntilOn === undefined ? {} : { retentionUntilOn };
  return accept({ type: 'ErasureRefused', payload: { ground, ...until, refusedOn: textOf(today) } });
}
