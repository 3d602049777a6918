import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '@uitkomst/ledger';
import { SettingsRefused } from '@uitkomst/processes';
import type { Settings } from '../shell/settings.js';

const MARK = 'demonstration.json';
const DAY_MILLISECONDS = 86_400_000;

/** What marks a data folder as the demonstration's: which file and which claims belong to which story. */
export interface Demonstration {
  readonly complete: boolean;
  readonly stories: readonly ToldStory[];
  /** How far its clock was moved ahead of the real one (`npm run clock -- --as-of`). */
  readonly aheadDays?: number;
}

export interface ToldStory {
  readonly label: string;
  readonly dossierRef: string;
  readonly claims: readonly { readonly claimId: string; readonly providerId: string; readonly state: string }[];
}

/** Whether a data folder holds the demonstration. */
export const isDemonstration = (folder: string): boolean => existsSync(join(folder, MARK));

/** Production never opens a folder that holds one. */
export function refuseInProduction({ production, dataFolder }: Pick<Settings, 'production' | 'dataFolder'>): void {
  if (production && isDemonstration(dataFolder))
    throw new SettingsRefused(`UITKOMST_DATA: ${dataFolder} holds the demonstration, which production does not open`);
}

export const readMark = (folder: string): Demonstration | undefined =>
  isDemonstration(folder) ? (JSON.parse(readFileSync(join(folder, MARK), 'utf8')) as Demonstration) : undefined;

export const writeMark = (folder: string, mark: Demonstration): void =>
  writeFileSync(join(folder, MARK), `${JSON.stringify(mark, null, 2)}\n`);

/** The real clock; in the demonstration's folder as far ahead as it was moved, and perhaps further. */
export function clockIn(folder: string, furtherDays = 0, clock: Clock = systemClock): Clock {
  const ahead = ((readMark(folder)?.aheadDays ?? 0) + furtherDays) * DAY_MILLISECONDS;
  return ahead === 0 ? clock : { now: () => clock.now() + ahead, elapsed: () => clock.elapsed() };
}

/** From here on it is so many days later in the demonstration. */
export function moveAhead(folder: string, days: number): void {
  const mark = readMark(folder);
  if (mark === undefined) throw new Error(`${folder} is no demonstration`);
  writeMark(folder, { ...mark, aheadDays: (mark.aheadDays ?? 0) + days });
}
