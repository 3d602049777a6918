import type { DefinitionParameters } from '../definitions/parameters.js';
import { NATIONAL_SOURCES_DEFAULT, PRESETS } from '../definitions/presets.js';

function published(): DefinitionParameters {
  const preset = PRESETS.get('NL-STD@1');
  if (!preset) throw new RangeError('NL-STD@1 is not among the presets');
  return { ...preset.parameters, requiredSources: [...NATIONAL_SOURCES_DEFAULT] };
}

/** NL-STD@1 as a municipality publishes it: with the registers it waits for. For specs that need some definition set. */
export const PRESET_PARAMETERS: DefinitionParameters = published();
