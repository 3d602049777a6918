import { ClaimId, PersonRef, personOf } from '@uitkomst/domain';

/** Fields of an answer that say whose data it holds. */
const REFERENCES: ReadonlySet<string> = new Set(['dossierRef', 'personRef', 'erased']);
const IDS: ReadonlySet<string> = new Set(['claimId', 'clawbackId', 'objectionId']);

/**
 * The persons whose data an answer holds, by pseudonym. It looks at the answer itself, so that no route can forget to say that it
 * shows somebody.
 */
export function subjectsIn(answer: unknown): ReadonlySet<string> {
  const subjects = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return; // A file: its path says whose.
    for (const [name, each] of Object.entries(value).flatMap(fieldsOf)) {
      if (typeof each !== 'string') visit(each);
      else if (REFERENCES.has(name) && PersonRef.safeParse(each).success) subjects.add(each);
      else if (IDS.has(name) && ClaimId.safeParse(each).success) subjects.add(personOf(each));
    }
  };
  visit(answer);
  return subjects;
}

/** A list of references holds each of them under the name of the list. */
const fieldsOf = ([name, field]: [string, unknown]): readonly (readonly [string, unknown])[] =>
  Array.isArray(field) ? field.map((one) => [name, one] as const) : [[name, field]];

/** The person a path names: a look at a file may answer nothing else of it. */
export const subjectsOfPath = (params: unknown): ReadonlySet<string> => subjectsIn(params);
