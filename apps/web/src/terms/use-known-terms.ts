import { useReading } from '../shell/api/use-reading.js';

/** Names that a form of contract management can offer. */
export function useKnownTerms(): Readonly<Record<string, readonly string[]>> {
  const providers = useReading('/aanbieders', {});
  const definitions = useReading('/normenkaders', {});
  return {
    providerId: (providers.data?.data.results ?? []).map(({ id }) => id),
    definitionSetId: (definitions.data?.data.results ?? []).map(({ id }) => id),
  };
}
