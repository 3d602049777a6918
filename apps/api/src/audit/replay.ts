import type { Determination } from '@uitkomst/contracts';
import { differenceOf, personOf, replayDetermination } from '@uitkomst/domain';
import type { Services } from '../shell/open-services.js';
import type { RecordedDetermination } from './determinations.js';

/** Makes a determination again from what its basis names and nothing else, and compares it byte for byte. */
export async function replayOf(
  { clientFiles, terms }: Pick<Services, 'clientFiles' | 'terms'>,
  municipality: string,
  { payload }: RecordedDetermination,
): Promise<NonNullable<Determination['replay']>> {
  const { basis, claimId } = payload;
  const { state: file } = await clientFiles.readAt(municipality, personOf(claimId), { revision: basis.fileRevision });
  const again = replayDetermination(file, await terms.at(municipality, basis.terms), payload);
  const firstDifference = differenceOf(payload, again);
  return firstDifference === undefined ? { same: true } : { same: false, firstDifference };
}
