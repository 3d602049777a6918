/** Headers of answers that mean the same everywhere: the document describes each once. */
export const SHARED_HEADERS = {
  Location: {
    description: 'Waar dit later te lezen is',
    required: true,
    schema: { type: 'string' as const, format: 'uri-reference' },
  },
  ETag: {
    description: 'Versie voor If-Match; ontbreekt voor wie er niet op besluit',
    schema: { type: 'string' as const, examples: ['"r3"'] },
  },
};
export type SharedHeader = keyof typeof SHARED_HEADERS;
