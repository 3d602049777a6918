import { whatAProviderReads, type ReadDecision } from '@uitkomst/domain';

/** A determination as its own provider reads it: the codes of the table in `claims.md`, and nothing that counts what went before. */
export function readDetermination(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const decision = payload as unknown as ReadDecision & { readonly cents: number };
  const readings = whatAProviderReads(decision, 'en');
  const codes = (asked: 'FAIL' | 'OPEN') => readings.filter(({ status }) => status === asked).map(({ code }) => code);
  const { claimId, definition, decisionHash } = payload;
  return {
    claimId,
    outcome: decision.outcome,
    fail: codes('FAIL'),
    open: codes('OPEN'),
    ...(decision.untilOn !== undefined && { untilOn: decision.untilOn }),
    ...(decision.outcome === 'ELIGIBLE' && { cents: decision.cents }),
    ...(definition !== undefined && { definition }),
    decisionHash,
  };
}
