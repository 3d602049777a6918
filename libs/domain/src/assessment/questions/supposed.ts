import type { RecordedFact } from '../../client-file/events.js';
import type { Role } from '../../event.js';
import type { Day } from '../../values/calendar-date.js';
import type { Subject } from '../subject.js';

/** Who could bring a change about. Time needs nobody. */
export type Control = Role | 'TIME';

/**
 * Something that may still happen, or be shown, and would answer an open or failing code. Only what is future or a matter of proof:
 * nobody is ever advised to state something untrue.
 */
export interface Supposition {
  readonly code: string;
  /** What would have to happen or be recorded: an event of the catalogue, a decision, or time passing. */
  readonly change: string;
  readonly by: readonly Control[];
  /** The earliest day on which it can be so. */
  readonly earliestOn: Day;
  /** The subject as it would then be. */
  readonly on: (subject: Subject) => Subject;
}

const DATA = { source: { system: 'UWV_POLIS' as const }, assurance: 'AUTHORITATIVE' as const };

type Told = Pick<RecordedFact, 'type'> & { readonly payload: Readonly<Record<string, unknown>> };

/** The file with one fact more, as an authoritative source would record it. */
export function withFact(subject: Subject, { type, payload }: Told): Subject {
  const { file } = subject;
  const number = file.facts.length + 1;
  const fact = {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    type,
    payload: { ...DATA, ...payload },
    revision: file.revision + number,
    recordedAt: file.facts.at(-1)?.recordedAt ?? '',
    actor: { id: 'supposed', role: 'REGISTRY', orgId: 'supposed' },
    commandId: '',
    commandHash: '',
  } as unknown as RecordedFact; // A fact that nobody recorded: only the rules ever see it.
  return { ...subject, file: { ...file, facts: [...file.facts, fact] } };
}
