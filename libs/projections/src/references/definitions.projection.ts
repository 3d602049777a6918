import type { DefinitionEvent, DefinitionParameters } from '@uitkomst/domain';
import { defineProjection, type Projection } from '../projection.js';
import { municipalityOf } from './stream-names.js';

type Published = DefinitionEvent['payload'];

/** One published version of a definition set. */
export interface ListedDefinition {
  readonly municipality: string;
  readonly definitionId: string;
  readonly version: number;
  readonly parameters: DefinitionParameters;
  readonly text: string;
  readonly decisionRef: string;
  readonly validFrom: string;
  readonly validTo?: string;
}

export const DEFINITIONS: Projection<ListedDefinition> = defineProjection<readonly Published[], ListedDefinition>({
  name: 'definitions',
  version: 1,
  fold: {
    follows: (stream) => stream.startsWith('definition-'),
    initial: () => [],
    evolve: (versions, event) => withVersion(versions, event.payload as Published),
  },
  columns: {
    municipality: 'text',
    definitionId: 'text',
    version: 'integer',
    parameters: 'json',
    text: 'text',
    decisionRef: 'text',
    validFrom: 'text',
    validTo: 'text',
  },
  primaryKey: ['municipality', 'definitionId', 'version'],
  rows: (versions, stream) =>
    versions.map(({ definitionId, version, parameters, text, decisionRef, validFrom, validTo }) => ({
      municipality: municipalityOf(stream),
      definitionId,
      version,
      parameters,
      text,
      decisionRef,
      validFrom,
      ...(validTo !== undefined && { validTo }),
    })),
});

/** A version is never edited: a second publication of the same one changes nothing. */
const withVersion = (versions: readonly Published[], published: Published): readonly Published[] =>
  versions.some(({ version }) => version === published.version) ? versions : [...versions, published];
