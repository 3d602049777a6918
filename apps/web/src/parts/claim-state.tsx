import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { Status, type Tone } from './status.js';

const TONES: Readonly<Record<string, Tone>> = {
  INCOMPLETE: 'attention',
  MATURING: 'waiting',
  VERIFYING: 'waiting',
  IN_REVIEW: 'attention',
  CONTESTED: 'attention',
  ELIGIBLE: 'good',
  REJECTED: 'bad',
  APPROVED_1: 'good',
  APPROVED: 'good',
  PAYMENT_ORDERED: 'good',
  PAID: 'good',
  PAYMENT_FAILED: 'bad',
  IN_OBJECTION: 'attention',
  CLAWBACK_PROPOSED: 'attention',
  CLAWBACK_DECIDED: 'bad',
};

interface Props {
  readonly claim: { readonly state: string; readonly stateText: Schema<'Text'> };
}

/** Where a claim stands, in the officer's word. */
export function ClaimState({ claim: { state, stateText } }: Props) {
  const said = useBilingual();
  return <Status tone={TONES[state] ?? 'neutral'}>{said(stateText)}</Status>;
}
