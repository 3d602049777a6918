import { accept, refuse } from '../../decider.js';
import type { Command, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import { whyUnchangeable } from './may-change.js';

/** Hides a fact from here on; what was retracted wrongly is recorded anew. */
export function retractFact(
  file: ClientFile,
  { targetEventId, reason }: Command<'RetractFact'>,
  asking: FileAsking,
): FileDecision {
  const refusal = whyUnchangeable(file, targetEventId, asking.actor);
  return refusal === undefined
    ? accept({ type: 'FactRetracted', payload: { targetEventId, reason } })
    : refuse(refusal);
}
