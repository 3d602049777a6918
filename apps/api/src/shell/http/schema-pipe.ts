import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { faultsOf, onceEach, type FieldFault } from '@uitkomst/contracts';
import { Problem, type BilingualFault } from './problem.js';

/** Like Nest's own schema pipe, but every fault says where it was found: body, query or path; all at once. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    const errors = result.issues.flatMap((issue) =>
      faultsIn(issue, { in: type as FieldFault['in'], within: data ? [data] : [] }),
    );
    throw invalidInput(errors);
  }
}

/** What is wrong as a schema says it, in both languages. */
export function faultsIn(
  issue: Parameters<typeof faultsOf>[0],
  place: Parameters<typeof faultsOf>[1],
): BilingualFault[] {
  const dutch = faultsOf(issue, { ...place, language: 'nl' });
  return faultsOf(issue, place).map(({ message: en, in: where, pointer, code }, index) => ({
    in: where,
    pointer,
    code,
    message: { nl: dutch[index]?.message ?? en, en },
  }));
}

/** Fields that no schema names, as a schema would tell them. */
export const unknownFields = (keys: readonly string[], place: Parameters<typeof faultsOf>[1]): BilingualFault[] =>
  faultsIn({ code: 'unrecognized_keys', keys, message: '' }, place);

/** One fault a field: several checks may trip over the same value. */
export const invalidInput = (faults: readonly BilingualFault[]): Problem =>
  new Problem('ongeldige-invoer', {
    detail: { nl: 'De aanvraag voldoet niet aan het schema.', en: 'The request does not fit the schema.' },
    errors: onceEach(faults),
  });
