import { z } from 'zod';

/** What the environment names; a value that is empty or only white space counts as none. */
export type Given = Readonly<Record<string, string>>;

/** A rule about settings together: whether it is broken, and what to tell then, beginning with the variable's name. */
export type Relation = readonly [broken: boolean, fault: string];

export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** Reads the environment by its schema and by the rules between settings; whatever is wrong is told at once, by variable. */
export function readEnvironment<S extends z.ZodObject>(
  environment: Readonly<Record<string, string | undefined>>,
  schema: S,
  relations: (given: Given) => readonly Relation[],
): z.infer<S> {
  const given: Given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  );
  const parsed = schema.safeParse(given);
  const single = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const between = relations(given).flatMap(([broken, fault]) => (broken ? [fault] : []));
  const faults = [...single, ...between];
  if (!parsed.success || faults.length > 0)
    throw new SettingsRefused(`The settings are not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return parsed.data;
}
