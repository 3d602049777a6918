import { useReading } from '../../shell/api/use-reading.js';
import { namesIn } from '../file/facts.js';

const IN_THE_FILE = ['trajectId', 'jobId', 'benefitId', 'fundingId', 'employerId'];

/** Names that a form can offer: of this file its trajects, jobs and benefits, of the municipality its providers and contracts. */
export function useKnown(dossierRef: string): Readonly<Record<string, readonly string[]>> {
  const timeline = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } });
  const providers = useReading('/aanbieders', {});
  const contracts = useReading('/contracten', {});
  const events = timeline.data?.data.events ?? [];
  const own = Object.fromEntries(IN_THE_FILE.map((field) => [field, namesIn(events, field)]));
  return {
    ...own,
    sameAsJobId: own['jobId'] ?? [],
    hirerId: own['employerId'] ?? [],
    providerId: (providers.data?.data.results ?? []).map(({ id }) => id),
    contractId: (contracts.data?.data.results ?? []).map(({ id }) => id),
  };
}
