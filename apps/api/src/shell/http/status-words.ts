import { STATUS_CODES } from 'node:http';
import type { Language } from './wanted/language.js';

/** What HTTP's own answers are called, for whoever reads them on a screen; the others keep the name HTTP has for them. */
const WORDS: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { nl: 'Ongeldig verzoek', en: 'Bad request' },
  404: { nl: 'Niet gevonden', en: 'Not found' },
  405: { nl: 'Kan hier niet', en: 'Method not allowed' },
  406: { nl: 'In deze vorm niet te geven', en: 'Not acceptable' },
  408: { nl: 'Het verzoek kwam niet op tijd binnen', en: 'The request did not arrive in time' },
  413: { nl: 'Te groot', en: 'Too large' },
  414: { nl: 'Adres te lang', en: 'Address too long' },
  415: { nl: 'Onbekende soort inhoud', en: 'Unsupported media type' },
  417: { nl: 'Verwachting onbekend', en: 'Expectation not known' },
  429: { nl: 'Te veel verzoeken', en: 'Too many requests' },
  431: { nl: 'Te veel in de kop van het verzoek', en: 'Too much in the head of the request' },
  500: { nl: 'Fout in de server', en: 'Error in the server' },
  503: { nl: 'Tijdelijk niet beschikbaar', en: 'Temporarily unavailable' },
};

export const statusWords = (status: number, language: Language): string =>
  WORDS[status]?.[language] ?? STATUS_CODES[status] ?? 'Error';
