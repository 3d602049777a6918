import { z } from 'zod';

/** What somebody reads who asks a program how it is run. */
export interface HelpAsked {
  readonly what: string;
  /** Each way to run it, with what that does. */
  readonly usage: Readonly<Record<string, string>>;
  readonly environment: z.ZodObject;
  /** Each line as it may be typed. */
  readonly example: readonly string[];
}

/** Whether the arguments of a program ask for its help. */
export const asksHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** The help of a program: its settings are those of the schema that checks them, with their defaults. */
export function helpText({ what, usage, environment, example }: HelpAsked): string {
  const settings = Object.entries(environment.shape).map(([name, setting]) => [name, meaningOf(setting)] as const);
  return [
    what,
    '',
    ...columns(Object.entries(usage)),
    '',
    'Settings come from the environment and are checked at start (deploy/README.md tells more):',
    '',
    ...columns(settings.toSorted(([a], [b]) => a.localeCompare(b))),
    '',
    'For example:',
    '',
    ...example.map((line) => `  ${line}`),
  ].join('\n');
}

function meaningOf(setting: z.core.$ZodType): string {
  const meaning = z.globalRegistry.get(setting)?.description ?? '';
  const chosen = choicesIn(setting);
  const fallback = setting instanceof z.ZodDefault ? [`default ${String(setting.def.defaultValue)}`] : [];
  const more = [...(chosen.length > 0 ? [chosen.join(', ')] : []), ...fallback];
  return more.length === 0 ? meaning : `${meaning} (${more.join('; ')})`;
}

/** What may be chosen from, where that is little. */
function choicesIn(setting: z.core.$ZodType): readonly string[] {
  if (setting instanceof z.ZodDefault || setting instanceof z.ZodOptional) return choicesIn(setting.def.innerType);
  return setting instanceof z.ZodEnum ? setting.options.map(String) : [];
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
