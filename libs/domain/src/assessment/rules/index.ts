import { contractInForce } from './r01-contract-in-force.rule.js';
import { assignedByMunicipality } from './r02-assigned-by-municipality.rule.js';
import { evidenceComplete } from './r04-evidence-complete.rule.js';
import { submittedInTime } from './r05-submitted-in-time.rule.js';
import { oneDefinition } from './r06-one-definition.rule.js';
import { notMerelySanctioned } from './r07-not-merely-sanctioned.rule.js';
import { benefitEnded } from './r08-benefit-ended.rule.js';
import { noSupplementaryBenefit } from './r09-no-supplementary-benefit.rule.js';
import { outflowToWork } from './r10-outflow-to-work.rule.js';
import { notToEducation } from './r11-not-to-education.rule.js';
import { employmentProven } from './r12-employment-proven.rule.js';
import { paidWork } from './r13-paid-work.rule.js';
import { notPayroll } from './r14-not-payroll.rule.js';
import { regularForm } from './r15-regular-form.rule.js';
import { unsubsidised } from './r16-unsubsidised.rule.js';
import { employerUnaffiliated } from './r17-employer-unaffiliated.rule.js';
import { selfEmploymentProven } from './r18-self-employment-proven.rule.js';
import { enoughHours } from './r19-enough-hours.rule.js';
import { contractLongEnough } from './r20-contract-long-enough.rule.js';
import { notFormerEmployer } from './r21-not-former-employer.rule.js';
import { workOrLadder } from './r22-work-or-ladder.rule.js';
import { mature } from './r23-mature.rule.js';
import { registersComplete } from './r24-registers-complete.rule.js';
import { noRelapse } from './r25-no-relapse.rule.js';
import { noOtherBenefit } from './r26-no-other-benefit.rule.js';
import { noLongGap } from './r27-no-long-gap.rule.js';
import { sameEmployer } from './r28-same-employer.rule.js';
import { withinAftercare } from './r29-within-aftercare.rule.js';
import { notFoundBeforeIntake } from './r30-not-found-before-intake.rule.js';
import { notByClientAlone } from './r31-not-by-client-alone.rule.js';
import { servicesBeforeStart } from './r32-services-before-start.rule.js';
import { clientAgrees } from './r33-client-agrees.rule.js';
import { creditedToClaimant } from './r34-credited-to-claimant.rule.js';
import { notPaidBefore } from './r35-not-paid-before.rule.js';
import { noOtherFunder } from './r36-no-other-funder.rule.js';
import { outsideWaiting } from './r37-outside-waiting.rule.js';
import { withinTariff } from './r39-within-tariff.rule.js';
import { RULE_SET } from '../../terms/terms.js';
import type { Rule } from './rule.js';

/** Every rule, in the order in which their codes are named (rules 3.6). R3 is a guard on submitting; R38 is how shares are allocated. */
export const RULES: readonly Rule[] = [
  contractInForce,
  assignedByMunicipality,
  evidenceComplete,
  submittedInTime,
  oneDefinition,
  notMerelySanctioned,
  benefitEnded,
  noSupplementaryBenefit,
  outflowToWork,
  notToEducation,
  employmentProven,
  paidWork,
  notPayroll,
  regularForm,
  unsubsidised,
  employerUnaffiliated,
  selfEmploymentProven,
  enoughHours,
  contractLongEnough,
  notFormerEmployer,
  workOrLadder,
  mature,
  registersComplete,
  noRelapse,
  noOtherBenefit,
  noLongGap,
  sameEmployer,
  withinAftercare,
  notFoundBeforeIntake,
  notByClientAlone,
  servicesBeforeStart,
  clientAgrees,
  creditedToClaimant,
  notPaidBefore,
  noOtherFunder,
  outsideWaiting,
  withinTariff,
];

/** Rule sets side by side: another reading of a rule is another file in another set, never an edit (rulings 2.7). */
const RULE_SETS: ReadonlyMap<string, readonly Rule[]> = new Map([[RULE_SET, RULES]]);

/** What this version can decide by. */
export const KNOWN_RULE_SETS: readonly string[] = [...RULE_SETS.keys()];

/** A rule set was activated that this version is too old to know: it must neither decide nor write until it is replaced. */
export class RuleSetUnknown extends RangeError {
  constructor(readonly ruleSet: string) {
    super(`Rule set ${ruleSet} is active; this version knows ${KNOWN_RULE_SETS.join(', ')}`);
  }
}

/** The rules of a set. */
export function rulesOf(ruleSet: string): readonly Rule[] {
  const rules = RULE_SETS.get(ruleSet);
  if (!rules) throw new RuleSetUnknown(ruleSet);
  return rules;
}
