import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newLetterCode, printed, readLetterCode, type LetterCode } from './letter-code.js';
import { Vault } from './vault.js';

const ANJA = { municipality: '0392', personRef: 'abcdefghijklm' };
const WILMA = { municipality: '0392', personRef: 'bcdefghijklmn' };
const folder = mkdtempSync(join(tmpdir(), 'uitkomst-letter-codes-'));
const vault = Vault.open(folder, join(folder, 'erasures.log'));
const { letterCodes } = vault;
afterAll(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

const read = (text: string): LetterCode => {
  const code = readLetterCode(text);
  if ('wrongGroups' in code) throw new Error(`Groups ${code.wrongGroups.join()} are wrong`);
  return code;
};

test('a printed code is read back, also in small letters, with spaces and with O for 0 and l for 1', () => {
  const code = { letter: '0K1A', secret: '7QAM0110ZZZZABCD' };
  const text = printed(code);
  expect(text).toMatch(/^0K1A.-7QAM.-0110.-ZZZZ.-ABCD.$/);
  expect(read(text)).toEqual(code);
  expect(read(text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(code);
});

test('any one sign wrong, and any two groups changed about, is noticed and the group is named', () => {
  const text = printed(newLetterCode());
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ!';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '-') continue;
    for (const sign of signs) {
      if (sign === text[at]) continue;
      expect(readLetterCode(text.slice(0, at) + sign + text.slice(at + 1))).toEqual({
        wrongGroups: [Math.floor(at / 6) + 1],
      });
    }
  }
  const [first = '', second = '', ...rest] = text.split('-');
  expect(readLetterCode([second, first, ...rest].join('-'))).toEqual({ wrongGroups: [1, 2] });
  expect(readLetterCode(text.slice(1))).toEqual({ wrongGroups: [] });
});

test('a code is its person’s until it ends or another is made', () => {
  const first = read(letterCodes.make(ANJA, 1000));
  const other = read(letterCodes.make(WILMA, 1000));
  expect([letterCodes.whose(first, 0), letterCodes.whose(other, 999)]).toEqual([ANJA, WILMA]);
  expect(letterCodes.whose(other, 1000)).toBeUndefined();
  const second = read(letterCodes.make(ANJA, 1000));
  expect([letterCodes.whose(first, 0), letterCodes.whose(second, 0)]).toEqual([undefined, ANJA]);
});

test('after five wrong guesses the right code is worth nothing either', () => {
  const code = read(letterCodes.make(ANJA, 1000));
  const guess = { ...code, secret: code.secret.replace(/^./, code.secret.startsWith('0') ? '1' : '0') };
  for (let tries = 0; tries < 4; tries += 1) expect(letterCodes.whose(guess, 0)).toBeUndefined();
  expect(letterCodes.whose(code, 0)).toEqual(ANJA);
  expect(letterCodes.whose(guess, 0)).toBeUndefined();
  expect(letterCodes.whose(code, 0)).toBeUndefined();
});

test('neither the code nor its secret stands in the file, and who is forgotten has none', () => {
  const text = letterCodes.make(ANJA, 1000);
  const code = read(text);
  for (const name of ['letter-codes.db', 'letter-codes.db-wal']) {
    const bytes = readFileSync(join(folder, name), 'latin1');
    expect([name, bytes.includes(text), bytes.includes(code.secret)]).toEqual([name, false, false]);
  }
  vault.forget(ANJA);
  expect(letterCodes.whose(code, 0)).toBeUndefined();
});
