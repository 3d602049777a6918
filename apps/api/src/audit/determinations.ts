import type { Determination } from '@uitkomst/contracts';
import { personOf, whatAProviderReads, type RecordedAs } from '@uitkomst/domain';
import { clientStream, plain, type Ledger } from '@uitkomst/ledger';
import type { Principal } from '../shell/auth/principal.js';
import { reasonsOf, staffReasons } from '../shell/claim-view.js';

export type RecordedDetermination = RecordedAs<'ClaimDetermined'>;

/** Every determination of a claim, as recorded, in order. */
export async function determinationsOf(
  ledger: Ledger,
  municipality: string,
  claimId: string,
): Promise<readonly RecordedDetermination[]> {
  const found: RecordedDetermination[] = [];
  for await (const event of ledger.readStream(clientStream(municipality, personOf(claimId)))) {
    if (event.type !== 'ClaimDetermined') continue;
    const determination = plain(event) as RecordedDetermination;
    if (determination.payload.claimId === claimId) found.push(determination);
  }
  return found;
}

const outline = ({ id, recordedAt, payload }: RecordedDetermination) => ({
  determinationId: id,
  claimId: payload.claimId,
  recordedAt,
  outcome: payload.outcome,
  cents: payload.cents,
  ...(payload.untilOn !== undefined && { untilOn: payload.untilOn }),
  ...(payload.definition !== undefined && { definition: payload.definition }),
});

export function staffDetermination(event: RecordedDetermination): Determination {
  const { payload } = event;
  return {
    ...outline(event),
    number: payload.number,
    reasons: staffReasons(payload),
    ruleSet: payload.ruleSet,
    asOf: payload.basis.asOf,
    decisionHash: payload.decisionHash,
    passed: [...payload.passed],
    rules: payload.rules.map((rule) => ({ ...rule })),
    basis: { ...payload.basis },
  };
}

/** As the provider was told it; the client reads every reason in full. */
export function ownDetermination(event: RecordedDetermination, { personRef }: Principal): Determination {
  const { payload } = event;
  if (personRef !== undefined) return { ...outline(event), reasons: staffReasons(payload) };
  const reasons = reasonsOf(whatAProviderReads(payload, 'nl'), whatAProviderReads(payload, 'en'));
  return { ...outline(event), cents: payload.outcome === 'ELIGIBLE' ? payload.cents : 0, reasons };
}
