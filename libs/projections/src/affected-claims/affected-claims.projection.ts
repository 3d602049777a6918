import { isLive, termsStream, type ClaimRecord, type ClientFile } from '@uitkomst/domain';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';

/** That a live claim rests on a terms stream: when the stream changes, the claim must be decided again. */
export interface AffectedClaim {
  readonly municipality: string;
  readonly stream: string;
  readonly personRef: string;
  readonly claimId: string;
  /** It still waits: for its term, or for registers to be complete. Only such a claim can be moved by a watermark. */
  readonly waits: boolean;
}

export const AFFECTED_CLAIMS: Projection<AffectedClaim> = defineProjection<ReadFile, AffectedClaim>({
  name: 'affected-claims',
  version: 1,
  fold: CLIENT_FILES,
  columns: { municipality: 'text', stream: 'text', personRef: 'text', claimId: 'text', waits: 'boolean' },
  primaryKey: ['stream', 'personRef', 'claimId'],
  indexes: [['municipality', 'personRef']],
  rows: ({ municipality, personRef, file }) => {
    const live = [...file.claims.values()].filter((claim) => isLive(file, claim));
    return live.flatMap((claim) =>
      streamsOf(file, claim, municipality).map((stream) => ({
        municipality,
        stream,
        personRef,
        claimId: claim.claimId,
        waits: waits(claim),
      })),
    );
  },
});

/** What its determination used, and what it named without there being anything yet. */
function streamsOf(file: ClientFile, claim: ClaimRecord, municipality: string): readonly string[] {
  const { providerId, contractId, trajectId } = claim.submission.payload;
  const trajects = file.facts.flatMap((fact) =>
    fact.type === 'TrajectAssigned' && fact.payload.trajectId === trajectId ? [fact.payload.contractId] : [],
  );
  const contracts = [...trajects, ...(contractId === undefined ? [] : [contractId])];
  const { definition, basis } = claim.determination?.payload ?? {};
  const definitionId = definition?.slice(0, definition.lastIndexOf('@'));
  return [
    ...new Set([
      ...(basis?.terms.map(({ stream }) => stream) ?? []),
      ...contracts.map((id) => termsStream('contract', municipality, id)),
      ...(definitionId === undefined ? [] : [termsStream('definition', municipality, definitionId)]),
      termsStream('provider', municipality, providerId),
    ]),
  ];
}

function waits({ determination }: ClaimRecord): boolean {
  const open = determination?.payload.open ?? [];
  return determination === undefined || open.includes('AWAITING_REGISTRY') || open.includes('NOT_YET_MATURE');
}
