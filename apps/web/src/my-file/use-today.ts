import { useReading } from '../shell/api/use-reading.js';
import { useOwnFile } from './own-file.js';

/** The day of the server, which is the only clock that counts; empty until it was read. */
export function useToday(): string {
  const dossierRef = useOwnFile();
  return useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } }).data?.data.asOf ?? '';
}
