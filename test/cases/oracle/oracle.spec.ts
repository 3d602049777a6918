import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCase, parseMutations, parsePresetTexts } from './case-file.js';
import { decide } from './decide.js';

const folder = join(__dirname, '..');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const presets = parsePresetTexts(text('presets.yaml'));
const cases = readdirSync(folder)
  .filter((name) => /^GC-\d+b?\.yaml$/.test(name))
  .map((name) => parseCase(text(name)));
const mutated = parseMutations(text('GC-01-mutations.yaml'), parseCase(text('GC-01.yaml')));
const checks = [...cases, ...mutated].flatMap((file) =>
  file.checks.map((check) => ({ title: `${file.case} ${check.c} at ${check.at}`, file, check })),
);

describe('the second reading of the rules', () => {
  it.each(checks)('agrees with the worked case: $title', ({ file, check }) => {
    expect(decide(file, check, presets)).toEqual(check.expect);
  });
});
