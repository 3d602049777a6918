/** What the server says is otherwise: which resource, never what of it. */
export interface Change {
  readonly resource: string;
  readonly id: string;
}

/** The key of a reading: its path, what was asked, the language. */
export type ReadingKey = readonly unknown[];

/** What a list is of may change with anything; what names something changes with that, and with what is part of it. */
export function concerns(key: ReadingKey, { id }: Change): boolean {
  const named = namesIn(key);
  return (
    named.length === 0 || named.some((name) => isPartOf(name, id) || isPartOf(id, name) || id.endsWith(`/${name}`))
  );
}

/** A reading of many things, which is not read again for each of many changes. */
export const isList = (key: ReadingKey): boolean => namesIn(key).length === 0;

/** A claim is part of the file its number begins with. */
const isPartOf = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}.`);

function namesIn([, asked]: ReadingKey): readonly string[] {
  const { path = {} } = (asked ?? {}) as { readonly path?: Readonly<Record<string, unknown>> };
  return Object.values(path).map(String);
}
