import { inBothLanguages, type Text } from '@uitkomst/contracts';
import { staffWordsOf } from '@uitkomst/domain';

/** The full sentence of a code, as staff and auditors read it. */
export const reasonText = (code: string, data: Readonly<Record<string, string | number>>): Text =>
  inBothLanguages((language) => staffWordsOf(code, language, data));
