import type { DefinitionParameters } from '../../definitions/parameters.js';
import type { Terms } from '../../terms/terms.js';

/** The parameters of `NL-STD@1`, as the terms hold them. */
export function parametersNamed(terms: Terms, name: string | undefined): DefinitionParameters | undefined {
  if (name === undefined) return undefined;
  const at = name.lastIndexOf('@');
  const version = Number(name.slice(at + 1));
  return terms.definitions.get(name.slice(0, at))?.find((published) => published.version === version)?.parameters;
}
