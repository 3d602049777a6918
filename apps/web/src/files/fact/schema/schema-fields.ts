import type { Contract, JsonSchema } from './contract.js';

/** How a field is asked for. */
export type FieldKind =
  | 'day'
  | 'money'
  | 'hours'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'words'
  | 'reference'
  | 'code'
  | 'codes'
  | 'text'
  | 'rows';

export interface SchemaField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Of a choice. */
  readonly options: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  /** Of each row. */
  readonly fields: readonly SchemaField[];
}

/** What every fact carries, asked for in one place below its own fields. */
const ORIGIN = new Set(['type', 'source', 'assurance', 'evidence', 'supersedes']);

/** The fields of a kind of fact, in the order of its schema, but the days it was so first. */
export function fieldsOf(contract: Contract, type: string): readonly SchemaField[] {
  const schema = contract.components.schemas[`Fact${type}`];
  return fieldsIn(contract, schema ?? {}).toSorted((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ name }: SchemaField): number => (name === 'validFrom' ? 0 : name === 'validTo' ? 1 : 2);

function fieldsIn(contract: Contract, { properties = {}, required = [] }: JsonSchema): SchemaField[] {
  return Object.entries(properties)
    .filter(([name]) => !ORIGIN.has(name))
    .map(([name, schema]) => fieldOf(contract, { name, schema, required: required.includes(name) }));
}

interface Asked {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

const REFERENCES = /^(Traject|Job|Benefit|Funding|Contract|Provider|Employer|Organisation)Id$/;

function fieldOf(contract: Contract, { name, schema, required }: Asked): SchemaField {
  const known = schema.$ref?.split('/').at(-1) ?? '';
  const full = contract.components.schemas[known] ?? schema;
  return {
    name,
    required,
    kind: kindOf(known, full),
    options: full.enum ?? [],
    fields: full.items?.properties === undefined ? [] : fieldsIn(contract, full.items),
    ...(full.pattern !== undefined && { pattern: full.pattern }),
    ...(full.minimum !== undefined && { min: full.minimum }),
    ...(full.maximum !== undefined && { max: full.maximum }),
  };
}

function kindOf(known: string, schema: JsonSchema): FieldKind {
  if (known === 'CalendarDate') return 'day';
  if (known === 'Cents') return 'money';
  if (known === 'WeeklyHours') return 'hours';
  if (known === 'Sha256') return 'words';
  if (known === 'Code' || known === 'FundingScheme') return 'code';
  if (REFERENCES.test(known)) return 'reference';
  if (schema.enum !== undefined) return 'choice';
  if (schema.type === 'array') return schema.items?.properties === undefined ? 'codes' : 'rows';
  if (schema.type === 'integer') return 'number';
  return schema.type === 'boolean' ? 'boolean' : 'text';
}
