import type { Story } from '../story.js';
import { anja } from './anja.js';
import { amsterdam, deventer, twoCompanies } from './cities.js';
import { joyce, karel, piet, theo } from './haarlem.js';
import { farid, nadia } from './werkplein.js';
import { wilma } from './wilma.js';

/** The clients of the audit reports, as far as the reports tell. */
export const STORIES: readonly Story[] = [
  anja,
  wilma,
  piet,
  theo,
  karel,
  joyce,
  amsterdam,
  deventer,
  twoCompanies,
  nadia,
  farid,
];

/** The companies that claim, each under a contract of its own. */
export const PROVIDERS: Readonly<Record<string, string>> = {
  RANDSTAD: 'K-RANDSTAD',
  PASWERK: 'K-PASWERK',
  SAGENN: 'K-SAGENN',
  AGENS: 'K-AGENS',
  SALLCON: 'K-SALLCON',
  'ALEXANDER-CALDER': 'K-CALDER',
  FOURSTAR: 'K-FOURSTAR',
  WERKPLEIN: 'K-WERKPLEIN',
};
