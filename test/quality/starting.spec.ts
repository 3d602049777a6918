import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What few processes ever use, and takes long to read. It belongs in an `await import` where it is used. */
const SELDOM_USED = [
  '@eventstore/db-client',
  '@nestjs/swagger',
  'cloudevents',
  'csv-stringify',
  'fast-xml-parser',
  'kafkajs',
  'pdfkit',
  'pg',
  'sepa',
  'write-excel-file',
  'yaml',
];

const IMPORT = /^(?:import|export)\s+(?!type\b)([^;'"]*?)\s*(?:from\s+)?'([^']+)';/gm;
const onlyTypes = (names: string): boolean => /^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(names);

/** What a source reads before its first line runs. */
const readBy = (source: string): readonly string[] =>
  Array.from(source.matchAll(IMPORT), ([, names = '', from = '']) => (onlyTypes(names) ? '' : from)).filter(Boolean);

function fileOf(from: string, importer: string): string | undefined {
  const [, unit, entry = 'index'] = /^@uitkomst\/([^/]+)(?:\/(\w+))?$/.exec(from) ?? [];
  if (unit !== undefined) return `libs/${unit}/src/${entry}.ts`;
  return from.startsWith('.') ? join(dirname(importer), from).replace(/\.js$/, '.ts') : undefined;
}

/** Every package that a program reads when it starts. */
function packagesRead(main: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const files = new Set([main]);
  for (const file of files) {
    if (!existsSync(file)) throw new Error(`${file} is imported, and is not there`);
    for (const from of readBy(readFileSync(file, 'utf8'))) {
      const own = fileOf(from, file);
      if (own !== undefined) files.add(own);
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
    }
  }
  return packages;
}

test.each(['apps/api/src/main.ts', 'libs/projections/src/thread/thread-main.ts'])(
  '%s starts without reading what few processes use',
  (main) => {
    const read = packagesRead(main);
    expect(read).toContain('zod');
    expect(SELDOM_USED.filter((name) => read.has(name))).toEqual([]);
  },
);

test('an import of something to use counts as read; one of types, or made later, does not', () => {
  const source = [
    "import { Kafka, type Producer } from 'kafkajs';",
    "import type { Pool } from 'pg';",
    "import { type Document } from 'yaml';",
    "export * from './adapters/open.js';",
    "import 'reflect-metadata';",
    "const { Document } = await import('sepa');",
  ];
  expect(readBy(source.join('\n'))).toEqual(['kafkajs', './adapters/open.js', 'reflect-metadata']);
});
