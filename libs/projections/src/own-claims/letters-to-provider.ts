import type { ClaimRecord, ClientFile } from '@uitkomst/domain';

/** What the client is answered on its own objection is not for the provider. */
export const answersToOthers = ({ objections }: Pick<ClientFile, 'objections'>): ReadonlySet<string | undefined> =>
  new Set(objections.filter(({ parties }) => !parties.includes('PROVIDER')).map(({ decision }) => decision?.eventId));

/** The letters about a claim that its provider got. */
export function lettersToProvider(
  file: Pick<ClientFile, 'objections'>,
  { notices }: Pick<ClaimRecord, 'notices'>,
): ClaimRecord['notices'] {
  const toOthers = answersToOthers(file);
  return notices.filter(({ payload }) => !toOthers.has(payload.subjectEventId));
}
