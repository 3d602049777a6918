/** Element types as PostgreSQL numbers them. */
const TEXT = 25;
const INT4 = 23;
const INT8 = 20;
const UUID = 2950;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * Arrays in PostgreSQL's own binary form. As text every quote in them would be escaped here and unescaped there, and stored events
 * consist of quotes: that costs more than storing them.
 */
export function textArray(values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  const nulls = values.includes(null);
  const array = header({ of: TEXT, count: values.length, bytes, nulls });
  let at = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    at = array.writeInt32BE(value === null ? -1 : (lengths[index] ?? 0), at);
    if (value !== null) at += array.write(value, at, 'utf8');
  }
  return array;
}

/** Each of 32 hexadecimal digits, with or without hyphens. */
export function uuidArray(values: readonly string[]): Buffer {
  const array = header({ of: UUID, count: values.length, bytes: values.length * 16 });
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(16, at);
    at += array.write(value.replaceAll('-', ''), at, 'hex');
  }
  return array;
}

export function integerArray(values: readonly number[]): Buffer {
  const array = header({ of: INT4, count: values.length, bytes: values.length * 4 });
  let at = HEADER_BYTES;
  for (const value of values) at = array.writeInt32BE(value, array.writeInt32BE(4, at));
  return array;
}

export function bigintArray(values: readonly (number | null)[]): Buffer {
  const known = values.filter((value) => value !== null).length;
  const nulls = known < values.length;
  const array = header({ of: INT8, count: values.length, bytes: known * 8, nulls });
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(value === null ? -1 : 8, at);
    if (value !== null) at = array.writeBigInt64BE(BigInt(value), at);
  }
  return array;
}

interface Shape {
  readonly of: number;
  readonly count: number;
  /** Of all elements together, without their lengths. */
  readonly bytes: number;
  readonly nulls?: boolean;
}

/** One dimension, counted from one. */
function header({ of, count, bytes, nulls = false }: Shape): Buffer {
  const array = Buffer.allocUnsafe(HEADER_BYTES + count * LENGTH_BYTES + bytes);
  let at = array.writeInt32BE(1, 0);
  at = array.writeInt32BE(nulls ? 1 : 0, at);
  at = array.writeInt32BE(of, at);
  at = array.writeInt32BE(count, at);
  array.writeInt32BE(1, at);
  return array;
}
