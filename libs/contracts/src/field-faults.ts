import type { FieldFault } from './problems.contract.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
}

/** What is wrong with a value as a schema says it. Each unknown field is a fault of its own, at its own place. */
export function faultsOf(issue: Issue, place: FieldFault['in'], within: readonly PropertyKey[]): FieldFault[] {
  const { message, path = [], code = 'invalid', keys } = issue;
  const steps = [...within, ...path.map((part) => (typeof part === 'object' ? part.key : part))];
  if (code === 'unrecognized_keys' && keys)
    return keys.map((key) => ({ in: place, pointer: pointerOf([...steps, key]), code, message: 'Unknown field' }));
  return [{ in: place, pointer: pointerOf(steps), code, message }];
}

/** One fault a field: several checks may trip over the same value. */
export function onceEach(faults: readonly FieldFault[]): FieldFault[] {
  const first = new Map<string, FieldFault>();
  for (const fault of faults) {
    const place = `${fault.in} ${fault.pointer}`;
    if (!first.has(place)) first.set(place, fault);
  }
  return [...first.values()];
}

/** RFC 6901: "~" and "/" are the two characters a JSON pointer escapes. */
export const pointerOf = (steps: readonly PropertyKey[]): string =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
