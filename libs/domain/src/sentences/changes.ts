import type { Language } from './format.js';
import { labelOf, MISSING_LABELS, type Label } from './labels.js';

/** What would have to happen, by the name of the event that would tell of it. `{list}` is what stands between brackets behind it. */
const WORDS: Readonly<Record<string, Label>> = {
  Time: { nl: 'De termijn loopt af.', en: 'The period runs out.' },
  PlacementConfirmed: { nl: 'Het register bevestigt de baan.', en: 'The registry confirms the job.' },
  SelfPlacementConfirmed: {
    nl: 'De start als zelfstandige wordt bevestigd.',
    en: 'The start as self-employed is confirmed.',
  },
  ApplicationStarted: {
    nl: 'De datum van de sollicitatie wordt vastgelegd.',
    en: 'The date of the application is recorded.',
  },
  ServiceDelivered: {
    nl: 'Diensten die vóór de baan zijn geleverd, worden vastgelegd.',
    en: 'Services delivered before the job are recorded.',
  },
  ClaimCompleted: { nl: 'Het ontbrekende bewijs komt erbij: {list}.', en: 'The missing evidence is added: {list}.' },
  BenefitStopped: { nl: 'De uitkering eindigt wegens werk.', en: 'The benefit ends because of work.' },
  JobSubsidyEnded: { nl: 'De subsidie op de baan eindigt.', en: 'The subsidy on the job ends.' },
  AttributionDecided: {
    nl: 'De uitstroom wordt aan deze aanbieder toegerekend.',
    en: 'The outflow is attributed to this provider.',
  },
  SourceWatermark: {
    nl: '{list} meldt dat de gegevens volledig zijn.',
    en: '{list} reports that its data are complete.',
  },
  ReviewResolved: {
    nl: 'Een medewerker beoordeelt dit en doet het af.',
    en: 'An officer assesses this and closes it.',
  },
};

/** A needed change as a sentence; one these words do not know is named as it is. */
export function changeWords(change: string, language: Language): string {
  const [, name = change, list = ''] = /^(\w+)(?: \((.*)\))?$/.exec(change) ?? [];
  const kinds = list.split(', ').map((kind) => labelOf(MISSING_LABELS, kind, language));
  return WORDS[name]?.[language].replace('{list}', kinds.join(', ')) ?? change;
}
