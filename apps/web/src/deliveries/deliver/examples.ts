import type { Contract, JsonSchema } from '../../parts/schema/contract.js';
import type { Role } from '../../shell/session/session.js';

/** Kinds of facts that come in one file, in the order in which they can happen. */
const TOGETHER = {
  benefits: ['BenefitGranted', 'BenefitReduced', 'BenefitSuspended', 'BenefitStopped'],
  subsidies: ['JobSubsidyStarted', 'JobSubsidyEnded'],
  jobs: ['JobLinked'],
  costs: ['CostIncurred'],
} as const;

export type ExampleName = keyof typeof TOGETHER;
const NAMES = Object.keys(TOGETHER) as ExampleName[];

/** What a delivery says of all its rows, and what nobody delivers by file. */
const NOT_IN_ROWS: ReadonlySet<string> = new Set(['type', 'source', 'assurance']);
/** Stands for a client's file: whoever makes a real file of it fills in a reference or a BSN. */
const DOSSIER = 'abcdefghijklm';
/** What the contract leaves open, as it is written in practice; other references become an example of their own. */
const WRITTEN: Readonly<Record<string, string>> = {
  benefitId: 'UITKERING-1',
  ground: 'NO_SHOW',
  fundingId: 'SUBSIDIE-1',
  jobId: 'J1',
  sameAsJobId: 'J2',
  scheme: 'LOONKOSTENSUBSIDIE',
  payer: 'GEMEENTE',
  category: 'TRAJECT',
  cents: '125000',
  allocationMethodId: 'PER_TRAJECT',
};

/** The examples that somebody in these roles may deliver, each a table with its head. */
export function examplesFor(contract: Contract, roles: readonly Role[]): Map<ExampleName, string[][]> {
  const { schemas } = contract.components;
  const mayDeliver = (type: string): boolean =>
    schemas[`Fact${type}`]?.['x-may-record']?.some((role) => roles.includes(role)) ?? false;
  const made = new Map<ExampleName, string[][]>();
  for (const name of NAMES) {
    const types = TOGETHER[name].filter(mayDeliver);
    if (types.length > 0) made.set(name, tableOf(types, schemas));
  }
  return made;
}

type Schemas = Contract['components']['schemas'];

/** A row for each kind of fact, with the columns that any of them must have. */
function tableOf(types: readonly string[], schemas: Schemas): string[][] {
  const asked = (type: string): readonly string[] =>
    schemas[`Fact${type}`]?.required?.filter((name) => !NOT_IN_ROWS.has(name)) ?? [];
  const columns = [...new Set(types.flatMap(asked))];
  const rows = types.map((type, index) => [
    type,
    DOSSIER,
    ...columns.map((name) =>
      asked(type).includes(name) ? valueOf(name, schemas[`Fact${type}`]?.properties?.[name], { schemas, index }) : '',
    ),
  ]);
  return [['type', 'dossierRef', ...columns], ...rows];
}

interface Place {
  readonly schemas: Schemas;
  readonly index: number;
}

/** The first of a closed list, a day after that of the row before and long past, or what is written in practice. */
function valueOf(name: string, schema: JsonSchema | undefined, { schemas, index }: Place): string {
  const named = schema?.$ref?.split('/').at(-1);
  const { enum: codes } = (named === undefined ? schema : schemas[named]) ?? {};
  if (codes?.[0] !== undefined) return codes[0];
  return named === 'CalendarDate' ? `0${index + 1}-01-2009` : (WRITTEN[name] ?? 'VOORBEELD_1');
}
