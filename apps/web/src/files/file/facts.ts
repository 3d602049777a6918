import type { Schema } from '../../shell/api/client.js';

type Event = Schema<'TimelineEvent'>;

/** A fact says how certain it is; what becomes of claims is no fact and shown elsewhere. */
export const isFact = ({ fields }: Event): boolean => typeof fields['assurance'] === 'string';

/** By the day they were so; those without a day by when they were recorded. */
export const newestFirst = (events: readonly Event[]): Event[] =>
  events.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));

const dayOf = ({ fields, recordedAt }: Event): string => {
  const { validFrom } = fields;
  return typeof validFrom === 'string' ? `${validFrom} ${recordedAt}` : recordedAt.replace('T', ' ');
};

/** Names of a kind that the file knows already, such as its trajects or jobs. */
export const namesIn = (events: readonly Event[], field: string): string[] => [
  ...new Set(events.flatMap(({ fields }) => (typeof fields[field] === 'string' ? [fields[field]] : []))),
];

/** Fields with a column of their own. */
const APART = new Set(['validFrom', 'validTo', 'source', 'assurance']);

/** What a fact says besides when it was so and where it came from. */
export const saidIn = (fields: Event['fields']): Event['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !APART.has(field)));
