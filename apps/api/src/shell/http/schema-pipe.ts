import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { faultsOf, onceEach, type FieldFault } from '@uitkomst/contracts';
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
