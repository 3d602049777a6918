import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { Actor, EventOf, RecordedOf, Role } from '../event.js';
import { textOf } from '../values/calendar-date.js';
import type { ErasureDecided, ErasureProposed, RefusedErasure } from './events.js';

export type ErasureEvent = EventOf<typeof ErasureProposed> | EventOf<typeof ErasureDecided>;

/** `ifMatch` is the count of the list's events that the asker saw (412). */
export type ErasureCommand =
  | {
      readonly type: 'ProposeErasure';
      readonly listId: string;
      readonly dossierRefs: readonly string[];
      readonly ground: string;
      readonly ifMatch?: number;
    }
  | {
      readonly type: 'DecideErasure';
      readonly listId: string;
      readonly erased: readonly string[];
      readonly refused: readonly RefusedErasure[];
      readonly ifMatch?: number;
    };

export const ERASURE_COMMANDS: Readonly<Record<ErasureCommand['type'], readonly Role[]>> = {
  ProposeErasure: ['BENEFITS'],
  DecideErasure: ['APPROVER2'],
};

export interface ErasureList {
  readonly status: 'NONE' | 'PROPOSED' | 'DECIDED';
  readonly listId?: string;
  readonly dossierRefs: readonly string[];
  readonly ground?: string;
  readonly proposer?: string;
  readonly proposedOn?: string;
  readonly erased: readonly string[];
  readonly refused: readonly RefusedErasure[];
  /** Who decided, and acts on every file of the list. */
  readonly decider?: Actor;
  readonly decidedOn?: string;
  readonly version: number;
}

function decide(list: ErasureList, command: ErasureCommand, asking: Asking): Decision<ErasureEvent> {
  if (!ERASURE_COMMANDS[command.type].includes(asking.actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  return command.type === 'ProposeErasure' ? propose(list, command, asking) : settle(list, command, asking);
}

type Of<T extends ErasureCommand['type']> = Extract<ErasureCommand, { type: T }>;

function propose(list: ErasureList, command: Of<'ProposeErasure'>, { today }: Asking): Decision<ErasureEvent> {
  const { listId, dossierRefs, ground } = command;
  if (list.status !== 'NONE') return refuse('ID_REUSED');
  const payload = { listId, dossierRefs: [...new Set(dossierRefs)], ground, proposedOn: textOf(today) };
  return accept({ type: 'ErasureProposed', payload });
}

/** Never who proposed; and nobody on the list may be passed over in silence. */
function settle(list: ErasureList, command: Of<'DecideErasure'>, { actor, today }: Asking): Decision<ErasureEvent> {
  const { listId, erased, refused, ifMatch } = command;
  if (list.status === 'NONE') return refuse('NOT_FOUND');
  if (ifMatch !== undefined && ifMatch !== list.version) return refuse('VERSION_STALE');
  if (list.status === 'DECIDED') return refuse('STATE_FORBIDS', { state: list.status });
  if (list.proposer === actor.id) return refuse('SEPARATION_OF_DUTIES');
  if (!coversEach(list.dossierRefs, [...erased, ...refused.map(({ dossierRef }) => dossierRef)]))
    return refuse('UNKNOWN_REFERENCE', { field: 'erased' });
  const payload = { listId, erased: [...erased], refused: [...refused], decider: actor.id, decidedOn: textOf(today) };
  return accept({ type: 'ErasureDecided', payload });
}

const coversEach = (proposed: readonly string[], decided: readonly string[]): boolean =>
  decided.length === proposed.length &&
  new Set(decided).size === decided.length &&
  decided.every((ref) => proposed.includes(ref));

function evolve(list: ErasureList, event: RecordedOf<ErasureEvent>): ErasureList {
  const version = list.version + 1;
  switch (event.type) {
    case 'ErasureProposed': {
      const { listId, dossierRefs, ground, proposedOn } = event.payload;
      const proposer = event.actor.id;
      return { ...list, status: 'PROPOSED', listId, dossierRefs, ground, proposedOn, proposer, version };
    }
    case 'ErasureDecided': {
      const { erased, refused, decidedOn } = event.payload;
      return { ...list, status: 'DECIDED', erased, refused, decidedOn, decider: event.actor, version };
    }
    default:
      return event satisfies never;
  }
}

/** Vernietigingslijst (stream `erasure-…`): proposed by one, decided by another; the files follow one by one. */
export const erasureDecider: Decider<ErasureList, ErasureCommand, ErasureEvent, Asking, RecordedOf<ErasureEvent>> = {
  initial: { status: 'NONE', dossierRefs: [], erased: [], refused: [], version: 0 },
  evolve,
  decide,
};
