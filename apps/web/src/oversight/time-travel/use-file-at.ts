import type { Schema } from '../../shell/api/client.js';
import { useReading, type Reading } from '../../shell/api/use-reading.js';
import { queryOf, type Cut } from '../../parts/cuts/cut.js';

/** A client's file as of one day and as known on another. */
export const useFileAt = (dossierRef: string, cut: Cut): Reading<Schema<'Timeline'>> =>
  useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef }, query: queryOf(cut) }, { keep: true });
