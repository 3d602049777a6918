import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { EventOf, Role } from '../event.js';
import { periodOf } from '../values/period.js';
import { same } from '../values/same.js';
import type { DefinitionEvent, DefinitionSetPublished, RecordedDefinitionEvent } from './events.js';

type Published = EventOf<typeof DefinitionSetPublished>['payload'];

/** How the definition's own golden cases came out, decided by the real rules under the parameters now offered (leap L11). */
export interface GoldenCases {
  readonly passed: number;
  /** Names of the cases that came out otherwise. */
  readonly failed: readonly string[];
}

/** `ifMatch` is the count of versions the asker saw (412). */
export interface PublishDefinition {
  readonly type: 'PublishDefinition';
  readonly definition: Published;
  readonly goldenCases: GoldenCases;
  readonly ifMatch?: number;
}
export type DefinitionCommand = PublishDefinition;

export const DEFINITION_COMMANDS: Readonly<Record<DefinitionCommand['type'], readonly Role[]>> = {
  PublishDefinition: ['CONTRACTS'],
};

export interface DefinitionState {
  /** In order of publication, which is the order of their numbers. */
  readonly versions: readonly Published[];
}

function decide(state: DefinitionState, command: DefinitionCommand, { actor }: Asking): Decision<DefinitionEvent> {
  const { definition, goldenCases, ifMatch } = command;
  if (!DEFINITION_COMMANDS[command.type].includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const earlier = state.versions.find(({ version }) => version === definition.version);
  if (earlier && same(earlier, definition)) return accept();
  if (ifMatch !== undefined && ifMatch !== state.versions.length) return refuse('VERSION_STALE');
  if (earlier) return refuse('VERSION_EXISTS', { no: definition.version });
  const next = (state.versions.at(-1)?.version ?? 0) + 1;
  if (definition.version !== next) return refuse('VERSION_NOT_NEXT', { no: next });
  const { from, to } = periodOf(definition);
  if (from >= to) return refuse('INVALID_PERIOD');
  if (goldenCases.failed.length > 0) return refuse('GOLDEN_CASES_FAIL', { list: goldenCases.failed.join(', ') });
  return accept({ type: 'DefinitionSetPublished', payload: definition });
}

/** Normenkader (stream `definition-…`): published version by version on a decision of the council, never edited. */
export const definitionDecider: Decider<
  DefinitionState,
  DefinitionCommand,
  DefinitionEvent,
  Asking,
  RecordedDefinitionEvent
> = {
  initial: { versions: [] },
  evolve: ({ versions }, { payload }) => ({ versions: [...versions, payload] }),
  decide,
};
