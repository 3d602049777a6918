import type { Contract, JsonSchema } from './contract.js';

/** How a field is asked for. */
export type FieldKind =
  | 'day'
  | 'money'
  | 'hours'
  | 'share'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'duration'
  | 'words'
  | 'reference'
  | 'code'
  | 'codes'
  | 'codeOrShare'
  | 'allOrCodes'
  | 'text'
  | 'group'
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
  /** Of a group, or of each row. */
  readonly fields: readonly SchemaField[];
}

/** The fields of a body, in the order of its schema, but the days from and until which it holds first. */
export function fieldsOf(contract: Contract, name: string, apart: readonly string[] = []): readonly SchemaField[] {
  const fields = fieldsIn(contract, contract.components.schemas[name] ?? {});
  return fields.filter((field) => !apart.includes(field.name)).toSorted((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ name }: SchemaField): number => (name === 'validFrom' ? 0 : name === 'validTo' ? 1 : 2);

const fieldsIn = (contract: Contract, { properties = {}, required = [] }: JsonSchema): SchemaField[] =>
  Object.entries(properties).map(([name, schema]) =>
    fieldOf(contract, { name, schema, required: required.includes(name) }),
  );

interface Asked {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

const knownAs = ({ $ref }: JsonSchema = {}): string => $ref?.split('/').at(-1) ?? '';

function fieldOf(contract: Contract, { name, schema, required }: Asked): SchemaField {
  const { schemas } = contract.components;
  const full = schemas[knownAs(schema)] ?? schema;
  const item = schemas[knownAs(full.items)] ?? full.items;
  return {
    name,
    required,
    kind: kindOf({ name, known: knownAs(schema), full, item, listOf: knownAs(full.items) }),
    options: full.enum ?? item?.enum ?? full.anyOf?.flatMap(({ enum: codes = [] }) => codes) ?? [],
    fields: fieldsIn(contract, item?.properties === undefined ? full : item),
    ...(full.pattern !== undefined && { pattern: full.pattern }),
    ...(full.minimum !== undefined && { min: full.minimum }),
    ...(full.maximum !== undefined && { max: full.maximum }),
  };
}

interface Shape {
  readonly name: string;
  /** The component it is, or that its items are. */
  readonly known: string;
  readonly listOf: string;
  readonly full: JsonSchema;
  readonly item: JsonSchema | undefined;
}

/** Components with a way of their own to be asked for. */
const KNOWN: Readonly<Record<string, FieldKind>> = {
  CalendarDate: 'day',
  Cents: 'money',
  WeeklyHours: 'hours',
  Sha256: 'words',
  Code: 'code',
  FundingScheme: 'code',
  Duration: 'duration',
};
const REFERENCE = /Id$/;

function kindOf({ name, known, listOf, full, item }: Shape): FieldKind {
  const own = KNOWN[known];
  if (own !== undefined) return own;
  if (REFERENCE.test(known)) return 'reference';
  if (full.enum !== undefined) return 'choice';
  if (full.anyOf !== undefined) return full.anyOf.some(({ type }) => type === 'array') ? 'allOrCodes' : 'codeOrShare';
  if (full.type === 'array') return item?.properties === undefined ? listKind(listOf, item) : 'rows';
  if (full.type === 'object') return 'group';
  if (full.type === 'integer' || full.type === 'number') return name.endsWith('Bp') ? 'share' : 'number';
  return full.type === 'boolean' ? 'boolean' : 'text';
}

const listKind = (listOf: string, item: JsonSchema | undefined): FieldKind =>
  item?.enum !== undefined && KNOWN[listOf] === undefined ? 'choices' : 'codes';
