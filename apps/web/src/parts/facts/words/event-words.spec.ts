import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EVENT_CATALOGUE } from '@uitkomst/domain';
import { nl as codes } from './code-words.nl.js';
import { nl as facts } from '../facts.nl.js';
import { nl as fields } from './field-names.nl.js';

const golden = resolve(__dirname, '../../../../../../test/golden');

/** What screens show in a form of its own, or what only machines read. */
const NOT_IN_WORDS =
  /(Hash|Sha256|Commitment|EventId|Id|Tag|Revision|basis|rules|rule|passed|fail|open|filter|signature|supersedes|number)$/;

test('every event the ledger may hold has a name in words', () => {
  expect(Object.keys(EVENT_CATALOGUE).filter((type) => !(type in facts.types))).toEqual([]);
});

test('every field that is more than a key or a hash has a name in words', () => {
  const unnamed = readdirSync(golden)
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) => Object.keys(JSON.parse(readFileSync(resolve(golden, path), 'utf8')) as object))
    .filter((field) => !(field in fields.fields) && !NOT_IN_WORDS.test(field));
  expect([...new Set(unnamed)]).toEqual([]);
});

test('every code that a fact can hold has words', () => {
  const document = readFileSync(resolve(__dirname, '../../../../../api/openapi.json'), 'utf8');
  const shapes = (JSON.parse(document) as { components: { schemas: Record<string, { enum?: string[] }> } }).components
    .schemas;
  const lists = ['Assurance', 'EvidenceKind', 'BenefitKind', 'BenefitEndReason', 'WorkForm', 'Outcome'];
  const PROPER = new Set(['IOAW', 'IOAZ', 'WW', 'WAO', 'WIA', 'ANW']);
  const lacking = lists
    .flatMap((list) => shapes[list]?.enum ?? [`${list} is no list`])
    .filter((code) => !(code in codes.values) && !PROPER.has(code));
  expect(lacking).toEqual([]);
});
