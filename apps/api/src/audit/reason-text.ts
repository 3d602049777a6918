import type { Text } from '@uitkomst/contracts';
import { staffWordsOf } from '@uitkomst/domain';

export const bilingual = ({ nl, en }: { readonly nl: string; readonly en: string }): Text => [
  { language: 'nl', value: nl },
  { language: 'en', value: en },
];

/** The full sentence of a code, as staff and auditors read it. */
export const reasonText = (code: string, data: Readonly<Record<string, string | number>>): Text =>
  bilingual({ nl: staffWordsOf(code, 'nl', data), en: staffWordsOf(code, 'en', data) });
