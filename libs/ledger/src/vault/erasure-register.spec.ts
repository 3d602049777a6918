import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErasureRegister, RegisterBroken } from './erasure-register.js';

const ANJA = { municipality: '0392', personRef: 'aaaaaaaaaaaaa' };
const PIET = { municipality: '0392', personRef: 'bbbbbbbbbbbbb' };
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-erasures-'));
  path = join(folder, 'erasures.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('who was erased is known for ever, once', () => {
  const register = ErasureRegister.open(path);
  expect(register.has(ANJA)).toBe(false);
  for (const whose of [ANJA, PIET, ANJA]) register.add(whose);
  expect(ErasureRegister.open(path).all()).toEqual([ANJA, PIET]);
  expect(readFileSync(path, 'utf8')).toBe('0392 aaaaaaaaaaaaa\n0392 bbbbbbbbbbbbb\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a line cut short by a crash counts for nothing', () => {
  ErasureRegister.open(path).add(ANJA);
  appendFileSync(path, '0392 bbbb');
  const register = ErasureRegister.open(path);
  expect(register.all()).toEqual([ANJA]);
  register.add(PIET);
  expect(ErasureRegister.open(path).all()).toEqual([ANJA, PIET]);
});

test('a register that holds something else is not believed, and the line is named', () => {
  ErasureRegister.open(path).add(ANJA);
  appendFileSync(path, 'Anja de Vries\n');
  expect(() => ErasureRegister.open(path)).toThrow(RegisterBroken);
  expect(() => ErasureRegister.open(path)).toThrow(`${path}:2`);
});
