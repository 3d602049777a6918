import { parsePresets, type Preset, presetFields, PRESETS, presetTariffCents } from '@uitkomst/domain';
import { type Problem, YamlText } from '@uitkomst/projections/cases';

/** The definition sets that case files can name, with the tariff that goes with each. */
export interface Presets {
  readonly named: ReadonlyMap<string, Preset>;
  /** As they are written, for presets that build on them. */
  readonly written: (name: string) => unknown;
}

/** The presets of the domain. */
export const BUILT_IN: Presets = {
  named: new Map(
    [...PRESETS].map(([name, definition]) => [name, { definition, tariffCents: presetTariffCents(name) ?? 0 }]),
  ),
  written: presetFields,
};

/** Reads a file of presets beside those there are; one of the same name takes its place. */
export function readPresets(
  file: string,
  text: string,
  others: Presets,
): { readonly presets: Presets } | { readonly problems: readonly Problem[] } {
  const yaml = YamlText.read(file, text, 'VALUES');
  if (!(yaml instanceof YamlText)) return { problems: yaml };
  const read = parsePresets(yaml.value, others.written);
  if ('problem' in read) return { problems: [placed(yaml, read.problem)] };
  const own = (yaml.value as { readonly presets: Readonly<Record<string, unknown>> }).presets;
  return {
    presets: {
      named: new Map([...others.named, ...read.presets]),
      written: (name) => (Object.hasOwn(own, name) ? own[name] : others.written(name)),
    },
  };
}

/** Puts what is said of a preset on the line of that preset, and of its field where one is named. */
function placed(yaml: YamlText, problem: string): Problem {
  const [, preset = '', what = problem] = /^preset (\S+): (.*)$/s.exec(problem) ?? [];
  const field = /^(?:unknown field )?(\w+)(?:$|[:,])/.exec(what)?.[1];
  return yaml.at(['presets', preset, ...(field === undefined ? [] : [field])], problem);
}
