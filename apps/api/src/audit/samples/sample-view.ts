import { inBothLanguages, type Sample } from '@uitkomst/contracts';
import { extrapolated, sampleResult, wordsOf, type SampleState } from '@uitkomst/domain';

const EXTRAPOLATED = 'SAMPLE_ERROR_EXTRAPOLATED';

/** A sample with what was found so far; undefined where none was announced. */
export function sampleView(state: SampleState, { extrapolate }: { readonly extrapolate: boolean }): Sample | undefined {
  const { plan, drawn, checks } = state;
  if (plan === undefined) return undefined;
  const { claims = [], sampleId: _sampleId, ...how } = drawn ?? {};
  const reckoned = extrapolate ? extrapolated(state) : undefined;
  return {
    ...plan,
    ...how,
    claims: claims.map((claimId) => found(claimId, checks.get(claimId))),
    ...sampleResult(state),
    ...(reckoned !== undefined && {
      extrapolation: {
        code: EXTRAPOLATED,
        text: inBothLanguages((language) => wordsOf(EXTRAPOLATED, language)),
        ...reckoned,
      },
    }),
  };
}

type Check = SampleState['checks'] extends ReadonlyMap<string, infer C> ? C : never;

function found(claimId: string, check: Check | undefined): Sample['claims'][number] {
  if (check === undefined) return { claimId };
  const { valid, reason, checkedOn } = check;
  return { claimId, valid, checkedOn, ...(reason !== undefined && { reason }) };
}
