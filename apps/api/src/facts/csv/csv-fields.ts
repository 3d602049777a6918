import { FACT_EVENTS, isFactType } from '@uitkomst/domain';
import { SubmitClaim } from '@uitkomst/contracts';
import { z } from 'zod';
import type { CsvRow } from './csv.js';

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A line of CSV as the JSON row it stands for: `source.ref` is a field within a field, days and numbers as people write them. */
export function fieldsOf(row: CsvRow): Record<string, unknown> {
  const shape = shapeOf(row['type'] ?? '');
  const fields: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    const [outer = '', inner] = name.split('.', 2);
    if (inner === undefined) fields[outer] = valueOf(cell, shape[outer]);
    else fields[outer] = { ...(fields[outer] as object | undefined), [inner]: dayOrText(cell) };
  }
  return fields;
}

const shapeOf = (type: string): Shape => {
  if (isFactType(type)) return FACT_EVENTS[type].payload.shape;
  return type === 'SubmitClaim' ? SubmitClaim.shape : {};
};

/** What cannot be read as the field's kind stays text: the schema then says what is wrong with it. */
function valueOf(cell: string, schema: z.core.$ZodType | undefined): unknown {
  switch (kindOf(schema)) {
    case 'number':
      return /^-?\d+$/.test(cell) ? Number(cell) : cell;
    case 'boolean':
      return BOOLEANS[cell.toLowerCase()] ?? cell;
    case 'array':
      return cell.split('|').map((part) => part.trim());
    default:
      return dayOrText(cell);
  }
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, ja: true, false: false, nee: false };

/** `dd-mm-jjjj` is a day as people write it; anything else is left as it is. */
const dayOrText = (cell: string): string => cell.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');

function kindOf(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodOptional) return kindOf(schema.unwrap());
  return schema instanceof z.ZodType ? schema.def.type : 'unknown';
}
