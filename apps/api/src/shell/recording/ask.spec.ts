import { ClaimId } from '@uitkomst/domain';
import { z } from 'zod';
import { RawBody } from '../http/body.js';
import { commandHashOf, commandIdOf, nameFrom } from './ask.js';

test('a command id is a UUID of version 8 that follows from the organisation and its key alone', () => {
  const id = commandIdOf('0363', 'SAGENN', 'key');
  expect(z.uuid({ version: 'v8' }).safeParse(id).success).toBe(true);
  expect(commandIdOf('0363', 'SAGENN', 'key')).toBe(id);
  expect(commandIdOf('0363', 'AGENS', 'key')).not.toBe(id);
  expect(commandIdOf('0363', 'SAGENNk', 'ey')).not.toBe(id);
});

test('the same command in another order of fields is the same command; another value is another', () => {
  expect(commandHashOf('POST', { a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
    commandHashOf('POST', { b: [2, { d: 4, c: 3 }], a: 1 }),
  );
  expect(commandHashOf('POST', { a: 1 })).not.toBe(commandHashOf('POST', { a: 2 }));
});

test('what cannot be written canonically has no hash', () => {
  expect(() => commandHashOf({ a: Number.POSITIVE_INFINITY })).toThrow();
});

test('a claim gets its number from the request that submits it', () => {
  const name = nameFrom(commandIdOf('key'), 'claim');
  expect(ClaimId.safeParse(`aaaaaaaaaaaaa.${name}`).success).toBe(true);
  expect(nameFrom(commandIdOf('key'), 'claim')).toBe(name);
  expect(nameFrom(commandIdOf('key'), 'batch')).not.toBe(name);
});

test('a file is told apart by its hash: it is not written out byte by byte', () => {
  const file = new RawBody(Buffer.from('<Document/>'));
  const { sha256 } = file;
  expect(commandHashOf('POST', file)).toBe(commandHashOf('POST', { sha256 }));
  expect(commandHashOf('POST', file)).not.toBe(commandHashOf('POST', new RawBody(Buffer.from('<Document />'))));
});
