import { createHash } from 'node:crypto';
import { ClaimId, Code, JobId } from '@uitkomst/domain';

/** Case files are about one client of one municipality. */
export const CASE_MUNICIPALITY = '0000';
const CASE_PERSON = 'aaaaaaaaaaaaa';
export const CASE_STREAM = `client-${CASE_MUNICIPALITY}-${CASE_PERSON}`;

/** Names are arbitrary, ids are not: a name that is no id gets one that is derived from it, the same in every run. */
const references = new Map<string, string>();
const claims = new Map<string, string>();
const CACHE_MAX = 20_000;

function remembered(cache: Map<string, string>, name: string, make: () => string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_MAX) cache.clear();
  const made = make();
  cache.set(name, made);
  return made;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The id of a benefit, traject, job, contract, provider, employer or funder that a case names so. */
export const referenceOf = (name: string): string =>
  remembered(references, name, () =>
    JobId.safeParse(name).success ? name : `case-${sha256(name).toString('hex').slice(0, 32)}`,
  );

/** An id for the name with that place among the names of its file; ids stand in the order of the places. */
export const orderedIdOf = (name: string, rank: number): string =>
  `case-${String(rank).padStart(6, '0')}-${sha256(name).toString('hex').slice(0, 28)}`;

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The claim number of a claim that a case names so. */
export const claimIdOf = (name: string): ClaimId =>
  remembered(claims, name, () => {
    const letters = [...sha256(name).subarray(0, 16)].map((byte) => BASE32[byte % 32]);
    return `${CASE_PERSON}.${letters.join('')}`;
  });

/** What a case says in words where the ledger keeps codes, and no rule reads them (the kind of a service, a reason). */
export const codeOf = (name: string): string => {
  if (Code.safeParse(name).success) return name;
  const code = name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .slice(0, 48);
  return /^[A-Z]/.test(code) ? code : `X${code}`;
};

/** Ids in recorded order, so that the earliest fact has the smallest. */
export const eventIdOf = (ordinal: number): string =>
  `00000000-0000-7000-8000-${ordinal.toString(16).padStart(12, '0')}`;
