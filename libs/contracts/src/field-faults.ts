import type { Language } from '@uitkomst/domain';
import { dutchOf, type Issue } from './issue-words.js';
import type { FieldFault } from './problems.contract.js';

interface Told {
  readonly in: FieldFault['in'];
  /** Where the value stands in what came. */
  readonly within?: readonly PropertyKey[];
  readonly language?: Language | undefined;
}

/** What is wrong with a value as a schema says it. Each unknown field is a fault of its own, at its own place. */
export function faultsOf(issue: Issue, { in: place, within = [], language = 'en' }: Told): FieldFault[] {
  const { path = [], code = 'invalid', keys } = issue;
  const steps = [...within, ...path.map((part) => (typeof part === 'object' ? part.key : part))];
  const told = (at: readonly PropertyKey[], english: string): FieldFault => ({
    in: place,
    pointer: pointerOf(at),
    code,
    message: language === 'nl' ? dutchOf(issue) : english,
  });
  if (code === 'unrecognized_keys' && keys) return keys.map((key) => told([...steps, key], 'Unknown field'));
  return [told(steps, issue.message)];
}

/** One fault a field: several checks may trip over the same value. */
export function onceEach<F extends Pick<FieldFault, 'in' | 'pointer'>>(faults: readonly F[]): F[] {
  const first = new Map<string, F>();
  for (const fault of faults) {
    const place = `${fault.in} ${fault.pointer}`;
    if (!first.has(place)) first.set(place, fault);
  }
  return [...first.values()];
}

/** RFC 6901: "~" and "/" are the two characters a JSON pointer escapes. */
export const pointerOf = (steps: readonly PropertyKey[]): string =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
