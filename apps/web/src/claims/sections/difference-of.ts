import type { Schema } from '../../shell/api/client.js';

type Reason = Schema<'Reason'>;

/** Reasons that came, and reasons that went, from one decision to the next; a reason that hardened from open to fail both did. */
export function differenceOf(
  before: readonly Reason[],
  after: readonly Reason[],
): { readonly came: readonly Reason[]; readonly went: readonly Reason[] } {
  const lacks = (all: readonly Reason[], { code, kind }: Reason): boolean =>
    !all.some((one) => one.code === code && one.kind === kind);
  return { came: after.filter((one) => lacks(before, one)), went: before.filter((one) => lacks(after, one)) };
}
