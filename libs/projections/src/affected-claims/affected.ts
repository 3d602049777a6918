import type { Condition, ReadStore } from '../reads.js';
import { CONTRACTS } from '../references/contracts.projection.js';
import { AFFECTED_CLAIMS, type AffectedClaim } from './affected-claims.projection.js';

/** A client whose file must be decided again. */
export interface AffectedFile {
  readonly municipality: string;
  readonly personRef: string;
}

type Conditions = readonly Condition<AffectedClaim>[];

/** The files with a live claim that a change of this terms stream (undefined: any) may touch. A few too many do no harm. */
export async function affectedFiles(reads: ReadStore, stream: string | undefined): Promise<readonly AffectedFile[]> {
  const found = await reads.select(AFFECTED_CLAIMS, {
    where: stream === undefined ? [] : await conditions(reads, stream),
    orderBy: [{ column: 'municipality' }, { column: 'personRef' }],
  });
  const files = new Map(
    found.map(({ municipality, personRef }) => [`${municipality} ${personRef}`, { municipality, personRef }]),
  );
  return [...files.values()];
}

async function conditions(reads: ReadStore, stream: string): Promise<Conditions> {
  const [kind = '', municipality = ''] = stream.split('-', 2);
  const here: Conditions = [{ column: 'municipality', is: '=', value: municipality }];
  switch (kind) {
    case 'rules':
      return here;
    case 'source':
      return [...here, { column: 'waits', is: '=', value: true }];
    case 'definition':
      return [{ column: 'stream', is: 'in', values: [stream, ...(await contractsUnder(reads, stream, municipality))] }];
    default:
      return [{ column: 'stream', is: '=', value: stream }];
  }
}

/** A claim for which no version was found yet rests on its contract, which names the definition set. */
async function contractsUnder(reads: ReadStore, stream: string, municipality: string): Promise<readonly string[]> {
  const contracts = await reads.select(CONTRACTS, {
    where: [
      { column: 'municipality', is: '=', value: municipality },
      { column: 'definitionSetId', is: '=', value: stream.slice(`definition-${municipality}-`.length) },
    ],
  });
  return contracts.map(({ contractId }) => `contract-${municipality}-${contractId}`);
}
