/** Printable ASCII without quote and backslash: written as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError('Text with half a character has no canonical form');
  return JSON.stringify(text);
}

/** A field of objects of one shape, with its name as written. */
interface Field {
  readonly key: string;
  readonly name: string;
}
/** Objects of one shape have the same keys in the same order of making; the fields are those keys in canonical order. */
interface Shape {
  readonly next: Map<string, Shape>;
  fields?: readonly Field[];
}

const SHAPES_MAX = 10_000;
let shapes = 0;
const root: Shape = { next: new Map() };

/** In the order of RFC 8785: by UTF-16 code units. Events repeat few shapes, so the order of each is remembered. */
function fieldsOf(value: object): readonly Field[] {
  const keys = Object.keys(value);
  let shape: Shape | undefined = root;
  for (const key of keys) shape = shape && following(shape, key);
  if (shape === undefined) return inOrder(keys);
  return (shape.fields ??= inOrder(keys));
}

function following(shape: Shape, key: string): Shape | undefined {
  const known = shape.next.get(key);
  if (known !== undefined || shapes >= SHAPES_MAX) return known;
  const next: Shape = { next: new Map() };
  shape.next.set(key, next);
  shapes += 1;
  return next;
}

const inOrder = (keys: readonly string[]): readonly Field[] =>
  keys.toSorted((left, right) => (left < right ? -1 : 1)).map((key) => ({ key, name: `${quoted(key)}:` }));

type FieldsOf = (value: object) => readonly Field[];

/**
 * The one text a value has under RFC 8785 (JSON Canonicalization Scheme). Fields that are undefined are absent. Written out by
 * hand because every event passes here; the package `canonicalize` is the oracle in the spec.
 */
export const canonical = (value: unknown): string => written(value, fieldsOf);

/** The same text for what comes from outside: whatever names its fields have, none of them is remembered. */
export const canonicalOnce = (value: unknown): string => written(value, (of) => inOrder(Object.keys(of)));

function written(value: unknown, fields: FieldsOf): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (Array.isArray(value)) return list(value, fields);
  if (typeof value === 'object') return record(value, fields);
  throw new TypeError(`No canonical form for ${typeof value === 'number' ? value : typeof value}`);
}

function list(values: readonly unknown[], fields: FieldsOf): string {
  const texts = values.length > 1 && values.every((value) => typeof value === 'string' && PLAIN.test(value));
  if (texts) return JSON.stringify(values); // The many codes and ids of a determination.
  let text = '';
  for (let index = 0; index < values.length; index += 1)
    text += index === 0 ? written(values[index], fields) : `,${written(values[index], fields)}`;
  return `[${text}]`;
}

function record(value: object, fields: FieldsOf): string {
  let text = '';
  for (const { key, name } of fields(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (field !== undefined) text += (text === '' ? name : `,${name}`) + written(field, fields);
  }
  return `{${text}}`;
}
