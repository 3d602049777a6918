/** What a schema says of an issue beside its English sentence; which of it there is, depends on its code. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: boolean | undefined;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly pattern?: unknown;
  readonly divisor?: unknown;
}

/** What our own schemas say of what is more than a form. */
const OWN: Readonly<Record<string, string>> = {
  'Unknown field': 'Onbekend veld',
  'not a citizen service number': 'Geen burgerservicenummer',
  'no calendar date between 1900 and 2199': 'Geen kalenderdag tussen 1900 en 2199',
  'from 1900 to 2199, no finer than a nanosecond': 'Van 1900 tot en met 2199, niet fijner dan een nanoseconde',
  'A day, or an instant with its offset from UTC: 2026-01-31 or 2026-01-31T09:00:00Z':
    'Een dag, of een tijdstip met het verschil met UTC: 2026-01-31 of 2026-01-31T09:00:00Z',
  'nine digits could be a BSN': 'Negen cijfers kunnen een BSN zijn',
  'nine digits in a row could be a BSN': 'Negen cijfers achter elkaar kunnen een BSN zijn',
  'Not together with after': 'Niet samen met after',
  'Name either dossierRef or bsn': 'Noem dossierRef of bsn, één van beide',
  'Only a delivery in one message can make its source complete':
    'Alleen een levering in één bericht kan haar bron volledig maken',
  'Is named before in this list': 'Staat al eerder in deze lijst',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'waar of onwaar',
  object: 'een object',
  record: 'een object',
  array: 'een lijst',
  null: 'leeg',
};
/** What a length counts: one of them, and more. */
const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  string: ['teken', 'tekens'],
  array: ['onderdeel', 'onderdelen'],
};

/** What zod says in English, in Dutch: texts of the API are Dutch unless asked otherwise (interfaces §1.1). */
export function dutchOf(issue: Issue): string {
  const { code, message } = issue;
  return OWN[message] ?? WORDS[code ?? '']?.(issue) ?? message;
}

const isMissing = ({ message }: Issue): boolean => message.endsWith('received undefined');
const counted = ({ origin }: Issue, bound: unknown): string => {
  const words = COUNTED[String(origin)];
  return words === undefined ? String(bound) : `${String(bound)} ${words[bound === 1 ? 0 : 1]}`;
};

const WORDS: Readonly<Record<string, (issue: Issue) => string>> = {
  invalid_type: (issue) =>
    isMissing(issue) ? 'Ontbreekt' : `Moet ${KINDS[String(issue.expected)] ?? String(issue.expected)} zijn`,
  too_small: (issue) => `${issue.inclusive === false ? 'Meer dan' : 'Minstens'} ${counted(issue, issue.minimum)}`,
  too_big: (issue) => `${issue.inclusive === false ? 'Minder dan' : 'Hoogstens'} ${counted(issue, issue.maximum)}`,
  not_multiple_of: ({ divisor }) => `Moet een veelvoud van ${String(divisor)} zijn`,
  invalid_format: ({ pattern }) =>
    typeof pattern === 'string' ? `Niet in de vorm ${pattern}` : 'Niet in de vorm die hier hoort',
  invalid_value: ({ values = [] }) => `Kies uit: ${values.map(String).join(', ')}`,
  invalid_union: ({ options = [] }) =>
    options.length > 0 ? `Kies uit: ${options.map(String).join(', ')}` : 'Past bij geen van de mogelijkheden',
  invalid_key: () => 'Deze naam kan hier niet',
  invalid_element: () => 'Hierin klopt iets niet',
  unrecognized_keys: () => 'Onbekend veld',
};
