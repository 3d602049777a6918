import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import { ruleSetDecider, type ActivateRuleSet, type RuleSetActivation } from './activate-rule-set.js';
import type { RuleSetEvent } from './events.js';

const TODAY = '2009-03-10';
const contracts = person('CONTRACTS');
const activation = (told: Partial<RuleSetActivation> = {}): RuleSetActivation => ({
  ruleSet: 'NL-RULES@1',
  decisionRef: 'Collegebesluit 2009/41',
  validFrom: '2009-04-01',
  ...told,
});
const activate = (told: Partial<RuleSetActivation> = {}): ActivateRuleSet => ({
  type: 'ActivateRuleSet',
  activation: activation(told),
});
const activated = (told: Partial<RuleSetActivation> = {}): RuleSetEvent => ({
  type: 'RuleSetActivated',
  payload: activation(told),
});

describe('activating a rule set', () => {
  const fresh = given(ruleSetDecider);
  const known = given(ruleSetDecider, activated());

  it('records from which day it decides, and by which decision', () => {
    expect(fresh.when(activate(), contracts, TODAY)).toEqual(accept(activated()));
    expect(fresh.when(activate({ validFrom: TODAY }), contracts, TODAY)).toEqual(
      accept(activated({ validFrom: TODAY })),
    );
  });
  it('hears the same activation twice and records it once, also after its day', () => {
    expect(known.when(activate(), contracts, TODAY)).toEqual(accept());
    expect(known.when(activate(), contracts, '2010-01-01')).toEqual(accept());
  });
  it('may be decided otherwise for the same day: the last decision holds', () => {
    const anew = { decisionRef: 'Collegebesluit 2009/50' };
    expect(known.when(activate(anew), contracts, TODAY)).toEqual(accept(activated(anew)));
  });
  it('refuses a rule set that this version does not know, and says which it knows', () => {
    expect(fresh.when(activate({ ruleSet: 'NL-RULES@9' }), contracts, TODAY)).toEqual(
      refuse('RULE_SET_UNKNOWN', { no: 'NL-RULES@9', list: 'NL-RULES@1', field: 'ruleSet' }),
    );
  });
  it('never lets another reading of the rules work back', () => {
    expect(fresh.when(activate({ validFrom: '2009-03-09' }), contracts, TODAY)).toEqual(
      refuse('INVALID_PERIOD', { field: 'validFrom' }),
    );
  });
  it('lets contract management activate, and nobody else', () => {
    for (const actor of EVERYBODY) {
      const { refusal } = fresh.when(activate(), actor, TODAY);
      expect([actor.role, refusal?.code]).toEqual([
        actor.role,
        actor.role === 'CONTRACTS' ? undefined : 'ROLE_MAY_NOT_RECORD',
      ]);
    }
  });
});
