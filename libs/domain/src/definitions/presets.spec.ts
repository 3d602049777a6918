import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { definitionFromPreset, parsePresets } from './parse-presets.js';
import { DefinitionVersion, nameOf } from './parameters.js';
import { PRESETS, presetFields, presetTariffCents } from './presets.js';

const file: unknown = parse(readFileSync(join(process.cwd(), 'test/cases/presets.yaml'), 'utf8'));

describe('built-in definition sets', () => {
  it('are those of the worked cases, field by field', () => {
    const reading = parsePresets(file);
    if ('problem' in reading) throw new Error(reading.problem);
    expect([...reading.presets.keys()].toSorted()).toEqual([...PRESETS.keys()].toSorted());
    for (const [name, preset] of reading.presets) {
      expect(PRESETS.get(name)).toEqual(preset.definition);
      expect(presetTariffCents(name)).toBe(preset.tariffCents);
    }
  });

  it.each([...PRESETS])('%s could be published as it is', (name, definition) => {
    expect(DefinitionVersion.parse(definition)).toEqual(definition);
    expect(nameOf(definition)).toBe(name);
  });

  it.each([
    'NL-STD@1',
    'HRL-D1@1',
    'HRL-D2@1',
    'HRL-2009@1',
    'HRL-D4@1',
    'HRL-D5@1',
    'DEV-D6@1',
    'AMS-D7@1',
    'RTD-D8@1',
    'CBS-D9@1',
  ])('express the success definitions of the audit reports (%s)', (name) => expect(PRESETS.has(name)).toBe(true));

  it('pay what their preset says', () => {
    expect(presetTariffCents('NL-STD@1')).toBe(300_000);
    expect(presetTariffCents('DE-AVGS@1')).toBe(100_000);
    expect(presetTariffCents('NOBODY@1')).toBeUndefined();
  });
});

const read = (presets: Record<string, unknown>) => parsePresets({ presets }, presetFields);
const problemOf = (presets: Record<string, unknown>): string => {
  const reading = read(presets);
  return 'problem' in reading ? reading.problem : '';
};

describe('reading a presets file', () => {
  it('takes what is unsaid from the base, and without one from NL-STD@1', () => {
    const reading = read({
      'MINE@2': { base: 'YOURS@1', waiting: 'P1Y' },
      'YOURS@1': { base: 'DE-AVGS@1', minHours: 12.5 },
    });
    if ('problem' in reading) throw new Error(reading.problem);
    const { definition, tariffCents } = reading.presets.get('MINE@2') ?? {};
    expect(definition).toMatchObject({ definitionId: 'MINE', version: 2 });
    expect(definition?.parameters).toMatchObject({ waiting: 'P1Y', minHours: 12.5, aftercare: 'P0D', maxGapDays: 28 });
    expect(tariffCents).toBe(100_000);
  });

  it('gives the one milestone the sustain period of the set', () => {
    const preset = definitionFromPreset('X@1', { sustain: 'P26W' }, () => undefined);
    expect(preset).toMatchObject({
      definition: { parameters: { sustain: 'P26W', milestones: [{ code: 'SUSTAINED', sustain: 'P26W' }] } },
    });
  });

  it('refuses a field it does not know, by name', () => {
    expect(problemOf({ 'X@1': { sustian: 'P6M' } })).toBe('preset X@1: unknown field sustian');
    expect(problemOf({ 'Y@1': { base: 'X@1' }, 'X@1': { base: 'NL-STD@1', sustian: 'P6M' } })).toContain('sustian');
  });

  it('refuses a value that cannot be, with its field', () => {
    expect(problemOf({ 'X@1': { sustain: '6 months' } })).toContain('sustain');
    expect(problemOf({ 'X@1': { tariff: 12.5 } })).toContain('tariff');
    expect(problemOf({ 'X@1': { formsAllowed: ['ANY'] } })).toContain('formsAllowed.0');
  });

  it('refuses a base that is missing or leads back to itself', () => {
    expect(problemOf({ 'X@1': { base: 'NOBODY@1' } })).toContain('NOBODY@1');
    expect(problemOf({ 'X@1': { base: 'Y@1' }, 'Y@1': { base: 'X@1' } })).toContain('X@1 → Y@1 → X@1');
  });

  it('refuses a name that is none, and a file that is none', () => {
    expect(problemOf({ 'een naam': {} })).toContain('een naam');
    expect(parsePresets([])).toHaveProperty('problem');
    expect(parsePresets({ presets: {}, more: 1 })).toEqual({ problem: 'unknown field more' });
  });
});
