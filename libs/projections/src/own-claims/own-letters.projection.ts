import type { ClaimRecord, NoticeKind } from '@uitkomst/domain';
import type { z } from 'zod';
import { CLIENT_FILES, type ReadFile } from '../client-file-fold.js';
import { defineProjection, type Projection } from '../projection.js';
import { lettersToProvider } from './letters-to-provider.js';
import { ownBy, type OwnQuestion } from './own-question.js';
import { selectPage, type ReadStore, type RowPage } from '../reads.js';

/** A letter about one of a provider's claims. */
export interface OwnLetter {
  readonly municipality: string;
  readonly providerId: string;
  readonly eventId: string;
  readonly claimId: string;
  readonly providerReference?: string;
  readonly kind: z.infer<typeof NoticeKind>;
  readonly notifiedOn: string;
  readonly termUntilOn?: string;
}

export const OWN_LETTERS: Projection<OwnLetter> = defineProjection<ReadFile, OwnLetter>({
  name: 'own-letters',
  version: 1,
  fold: CLIENT_FILES,
  columns: {
    municipality: 'text',
    providerId: 'text',
    eventId: 'text',
    claimId: 'text',
    providerReference: 'text',
    kind: 'text',
    notifiedOn: 'text',
    termUntilOn: 'text',
  },
  primaryKey: ['municipality', 'providerId', 'eventId'],
  indexes: [['municipality', 'providerId', 'notifiedOn']],
  rows: ({ municipality, file }) =>
    [...file.claims.values()].flatMap((claim) =>
      lettersToProvider(file, claim).map((notice) => Object.assign({ municipality }, letterOn(claim, notice))),
    ),
});

function letterOn(
  { claimId, submission }: ClaimRecord,
  { id: eventId, payload: { kind, notifiedOn, termUntilOn } }: ClaimRecord['notices'][number],
): Omit<OwnLetter, 'municipality'> {
  const { providerId, providerReference } = submission.payload;
  return {
    providerId,
    eventId,
    claimId,
    ...(providerReference !== undefined && { providerReference }),
    kind,
    notifiedOn,
    ...(termUntilOn !== undefined && { termUntilOn }),
  };
}

/** A provider's letters over all its claims, the newest first. */
export function readOwnLetters(
  reads: ReadStore,
  { municipality, providerId, limit, offset }: OwnQuestion,
): Promise<RowPage<OwnLetter>> {
  const where = ownBy<OwnLetter>({ municipality, providerId });
  const orderBy = [{ column: 'notifiedOn', descending: true }, { column: 'eventId' }] as const;
  return selectPage(reads, OWN_LETTERS, { where, orderBy, limit, offset });
}
