import { KNOWN_RULE_SETS } from '../assessment/rules/index.js';
import { accept, refuse, type Asking, type Decider, type Decision } from '../decider.js';
import type { RecordedOf, Role } from '../event.js';
import { dayOf } from '../values/calendar-date.js';
import { same } from '../values/same.js';
import type { RuleSetEvent } from './events.js';

export type RuleSetActivation = RuleSetEvent['payload'];

export interface ActivateRuleSet {
  readonly type: 'ActivateRuleSet';
  readonly activation: RuleSetActivation;
}

export const RULE_SET_COMMANDS: Readonly<Record<ActivateRuleSet['type'], readonly Role[]>> = {
  ActivateRuleSet: ['CONTRACTS'],
};

export interface RuleSetState {
  /** In recorded order. */
  readonly activations: readonly RuleSetActivation[];
}

function decide(
  { activations }: RuleSetState,
  { type, activation }: ActivateRuleSet,
  { actor, today }: Asking,
): Decision<RuleSetEvent> {
  if (!RULE_SET_COMMANDS[type].includes(actor.role)) return refuse('ROLE_MAY_NOT_RECORD');
  const { ruleSet, validFrom } = activation;
  if (
    same(
      activations.findLast((one) => one.validFrom === validFrom),
      activation,
    )
  )
    return accept();
  // What no rule here can read would stop every decision, on every node.
  if (!KNOWN_RULE_SETS.includes(ruleSet))
    return refuse('RULE_SET_UNKNOWN', { no: ruleSet, list: KNOWN_RULE_SETS.join(', '), field: 'ruleSet' });
  // Decisions already taken stand on the rules of their day: another reading never works back.
  if (dayOf(validFrom) < today) return refuse('INVALID_PERIOD', { field: 'validFrom' });
  return accept({ type: 'RuleSetActivated', payload: activation });
}

/** Regelsets of a municipality (stream `rules-<municipality>`): which version of the rules decides, from which day. */
export const ruleSetDecider: Decider<RuleSetState, ActivateRuleSet, RuleSetEvent, Asking, RecordedOf<RuleSetEvent>> = {
  initial: { activations: [] },
  evolve: ({ activations }, { payload }) => ({ activations: [...activations, payload] }),
  decide,
};
