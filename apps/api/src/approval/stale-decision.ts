import type { FileDecided } from '../shell/commands/handle-client-file.js';

/** Who decided on an outdated determination is shown the new one (R41). */
export function staleDecision(
  { refusal, file }: FileDecided,
  claimId: string,
): { readonly members?: Readonly<Record<string, unknown>> } {
  const current = file.claims.get(claimId)?.determination;
  if (refusal?.code !== 'DECISION_STALE' || current === undefined) return {};
  const { outcome, cents, fail, open, decisionHash } = current.payload;
  return { members: { determination: { determinationId: current.id, outcome, cents, fail, open, decisionHash } } };
}
