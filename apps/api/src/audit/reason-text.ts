import type { Text } from '@uitkomst/contracts';
import { wordsOf } from '@uitkomst/domain';

/** The full sentence of a code, as staff and auditors read it. */
export const reasonText = (code: string, data: Readonly<Record<string, string | number>>): Text => [
  { language: 'nl', value: wordsOf(code, 'nl', data) },
  { language: 'en', value: wordsOf(code, 'en', data) },
];
