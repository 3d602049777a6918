import { accept, refuse } from '../../decider.js';
import type { Actor } from '../../event.js';
import { same } from '../../values/same.js';
import type { Command, DecidedFileEvent, FileAsking, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';
import type { FactEvent, RecordedFact } from '../events.js';
import { mayChange } from './may-change.js';
import { linkTo } from './link-jobs.js';
import { hasTrajectOf, unknownReference } from './references.js';
import { alreadyEnded, idReused, invalidPeriod } from './sense.js';

/** Records what happened in the world. The same from the same source again is heard, not recorded twice. */
export function recordFact(file: ClientFile, { fact }: Command<'RecordFact'>, { actor }: FileAsking): FileDecision {
  const earlier = fromSameSource(file, fact, actor);
  const superseded = supersededBy(fact);
  if (earlier !== undefined && same(earlier.payload, fact.payload)) return accept();
  if (earlier !== undefined && superseded !== earlier.id) return refuse('SOURCE_REF_REUSED', { field: 'source.ref' });
  if (superseded === undefined) return factDecision(file, fact, { actor });
  const target = file.facts.find(({ id }) => id === superseded);
  if (target === undefined || target.type !== fact.type || !mayChange(target.actor, actor))
    return refuse('UNKNOWN_REFERENCE', { field: 'supersedes' });
  const before: DecidedFileEvent = {
    type: 'FactCorrected',
    payload: { targetEventId: superseded, reason: 'OTHER' },
  };
  return factDecision(file, fact, { actor, before });
}

interface NewFact {
  readonly actor: Actor;
  readonly before?: DecidedFileEvent;
}

/** What every new fact must satisfy, whether it stands alone or takes another's place; `before` is recorded first. */
export function factDecision(file: ClientFile, fact: FactEvent, { actor, before }: NewFact): FileDecision {
  const unknown = unknownReference(file, fact, actor);
  if (unknown !== undefined) return refuse('UNKNOWN_REFERENCE', { field: unknown });
  const period = invalidPeriod(file, fact);
  if (period !== undefined) return refuse('INVALID_PERIOD', { field: period });
  if (alreadyEnded(file, fact, actor)) return refuse('ALREADY_ENDED');
  if (idReused(file, fact)) return refuse('ID_REUSED');
  const hidden = supersededBy(fact);
  const link = linkTo(hidden === undefined ? file.facts : file.facts.filter(({ id }) => id !== hidden), fact);
  return accept(...(before === undefined ? [] : [before]), fact, ...(link === undefined ? [] : [link]));
}

/** A provider that has no traject of this client is told nothing of the file. */
export const isHidden = (file: ClientFile, { role, orgId }: Actor): boolean =>
  file.revision < 0 || (role === 'PROVIDER' && !hasTrajectOf(file, orgId));

const supersededBy = ({ payload }: FactEvent): string | undefined =>
  'supersedes' in payload ? payload.supersedes : undefined;

/** References are unique within a source and kind of fact; each provider numbers its own. */
function fromSameSource({ facts }: ClientFile, fact: FactEvent, actor: Actor): RecordedFact | undefined {
  const source = 'source' in fact.payload ? fact.payload.source : undefined;
  if (source?.ref === undefined) return undefined;
  return facts.find(
    (known) =>
      known.type === fact.type &&
      'source' in known.payload &&
      known.payload.source.system === source.system &&
      known.payload.source.ref === source.ref &&
      (source.system !== 'PROVIDER_API' || known.actor.orgId === actor.orgId),
  );
}
