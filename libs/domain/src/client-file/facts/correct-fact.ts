import { refuse } from '../../decider.js';
import type { Command, DecidedFileEvent, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import type { FactEvent } from '../events.js';
import { whyUnchangeable } from './may-change.js';
import { factDecision } from './record-fact.js';

/** A retraction and a new fact of the same kind in one: the new one names what it replaces. */
export function correctFact(file: ClientFile, command: Command<'CorrectFact'>, { actor }: FileAsking): FileDecision {
  const { targetEventId, reason, fact } = command;
  const refusal = whyUnchangeable(file, targetEventId, actor);
  if (refusal !== undefined) return refuse(refusal);
  if (file.seen.find(({ id }) => id === targetEventId)?.type !== fact.type) return refuse('FACT_NOT_RETRACTABLE');
  const replacing = { ...fact, payload: { ...fact.payload, supersedes: targetEventId } } as FactEvent;
  const before: DecidedFileEvent = { type: 'FactCorrected', payload: { targetEventId, reason } };
  return factDecision(file, replacing, { actor, before });
}
