import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { FieldFault } from '@uitkomst/contracts';
import { Problem } from './problem.js';

/** Like Nest's own schema pipe, but every fault says where it was found: body, query or path; all at once. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    const errors = result.issues.flatMap((issue) => faultsOf(issue, type as FieldFault['in'], data ? [data] : []));
    throw invalidInput(errors);
  }
}

/** One fault a field: several checks may trip over the same value. */
export const invalidInput = (faults: readonly FieldFault[]): Problem =>
  new Problem('ongeldige-invoer', {
    detail: { nl: 'De aanvraag voldoet niet aan het schema.', en: 'The request does not fit the schema.' },
    errors: onceEach(faults),
  });

export function onceEach(faults: readonly FieldFault[]): FieldFault[] {
  const first = new Map<string, FieldFault>();
  for (const fault of faults) {
    const place = `${fault.in} ${fault.pointer}`;
    if (!first.has(place)) first.set(place, fault);
  }
  return [...first.values()];
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
}

/** Each unknown field is a fault of its own, at its own place. */
export function faultsOf(issue: Issue, place: FieldFault['in'], within: readonly PropertyKey[]): FieldFault[] {
  const { message, path = [], code = 'invalid', keys } = issue;
  const steps = [...within, ...path.map((part) => (typeof part === 'object' ? part.key : part))];
  if (code === 'unrecognized_keys' && keys)
    return keys.map((key) => ({ in: place, pointer: pointerOf([...steps, key]), code, message: 'Unknown field' }));
  return [{ in: place, pointer: pointerOf(steps), code, message }];
}

/** RFC 6901: "~" and "/" are the two characters a JSON pointer escapes. */
export const pointerOf = (steps: readonly PropertyKey[]): string =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
