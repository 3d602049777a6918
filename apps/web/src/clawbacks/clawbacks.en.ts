import type { Texts } from '../shell/language/texts.js';
import type { nl } from './clawbacks.nl.js';

export const en: Texts<typeof nl> = {
  title: 'Clawbacks',
  clawbackTitle: (clawbackId) => `Clawback ${clawbackId}`,
  filter: 'Narrow the clawbacks',
  clawback: 'Clawback',
  provider: 'Provider',
  claim: 'Claim',
  state: 'State',
  allStates: 'All states',
  states: { PROPOSED: 'proposed', DECIDED: 'decided', SETTLED: 'settled', WITHDRAWN: 'withdrawn' },
  amount: 'Amount',
  outstanding: 'Outstanding',
  recovered: 'Recovered',
  writtenOff: 'written off',
  proposedOn: 'Proposed on',
  hearingUntil: 'Hearing until',
  heard: 'the provider was heard',
  notHeard: 'not heard yet',
  decidedOn: 'Decided on',
  reasons: 'Why the money has to come back',
  empty: 'There are no clawbacks with this choice.',
  whoDecides: 'A second approver who neither approved nor paid decides on this.',
  decide: 'Decide on the clawback',
  decideExplained:
    'A decision can only follow after the term for the hearing, or once heard. Who approved or paid may not take it.',
  decision: 'Decision',
  decisions: { RECLAIM: 'Reclaim', WITHDRAW: 'Withdraw the proposal' },
  choose: 'Choose…',
  record: 'Record',
  decided: 'The decision was recorded.',
};
