import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIENCES, EVENT_CATALOGUE, type EventDefinition } from '@uitkomst/domain';

const goldenFile = ({ type, version }: EventDefinition): string => `${type}.v${version}.json`;
const stored = (file: string): Record<string, unknown> => JSON.parse(readFileSync(join(__dirname, file), 'utf8'));

const EVENTS = Object.entries(EVENT_CATALOGUE);
const FILES = readdirSync(__dirname).filter((file) => file.endsWith('.json'));

/** A BSN, an IBAN, or something that reads like a name or an address of a person. */
const PERSONAL = /\b\d{9}\b|\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b|@\w+\.\w|\b[A-Z]\. ?[A-Z][a-z]+\b/;

/** Optional on every fact, and shown by some. */
const FACT_FIELDS = new Set(['evidence', 'supersedes']);

describe('stored events', () => {
  it('have a file for every version there ever was, and no file is without its event', () => {
    const everyVersion = EVENTS.flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, earlier) => `${type}.v${earlier + 1}.json`),
    );
    expect(FILES.toSorted()).toEqual(everyVersion.toSorted());
  });

  describe.each(EVENTS)('%s', (name, definition) => {
    const payload = stored(goldenFile(definition));

    it('has the stored name it is catalogued by', () => {
      expect(definition.type).toBe(name);
    });
    it('is read back as it was written', () => {
      expect(definition.payload.parse(payload)).toEqual(payload);
    });
    it('shows every field it can have', () => {
      expect(Object.keys(payload).toSorted()).toEqual(
        expect.arrayContaining(Object.keys(definition.payload.shape).filter((field) => !FACT_FIELDS.has(field))),
      );
    });
    it('holds nothing but its own fields', () => {
      const { success, error } = definition.payload.safeParse({ ...payload, remark: 'extra' });
      expect(success).toBe(false);
      expect(error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
    });
    it('says of every field who may read it', () => {
      for (const field of Object.keys(definition.payload.shape))
        expect(AUDIENCES).toContain(definition.audienceOf[field]);
      expect(Object.keys(definition.audienceOf).toSorted()).toEqual(Object.keys(definition.payload.shape).toSorted());
    });
    it('names nobody', () => {
      expect(JSON.stringify(payload)).not.toMatch(PERSONAL);
    });
  });
});
