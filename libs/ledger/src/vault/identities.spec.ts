import { Bsn } from '@uitkomst/domain';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonRef } from '@uitkomst/domain';
import { Identities } from './identities.js';

const ANJA = '123456782';
const PIET = '111222333';

const folders: string[] = [];
const opened: Identities[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'uitkomst-vault-'));
  folders.push(path);
  return path;
}
function open(path: string): Identities {
  const identities = Identities.open(path);
  opened.push(identities);
  return identities;
}
afterEach(() => {
  for (const identities of opened.splice(0)) identities.close();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

test('a citizen keeps the same pseudonym, and another gets another', () => {
  const path = folder();
  const identities = open(path);
  expect(identities.personRefOf('0363', ANJA)).toBeUndefined();
  const anja = identities.createOrFind('0363', ANJA);
  expect(PersonRef.safeParse(anja).success).toBe(true);
  expect(identities.createOrFind('0363', ANJA)).toBe(anja);
  expect(identities.createOrFind('0363', PIET)).not.toBe(anja);
  expect(open(path).personRefOf('0363', ANJA)).toBe(anja);
});

test('two processes that meet a citizen for the first time give one pseudonym', () => {
  const path = folder();
  const [one, other] = [open(path), open(path)];
  expect(one.createOrFind('0363', ANJA)).toBe(other.createOrFind('0363', ANJA));
});

test('municipalities do not share pseudonyms', () => {
  const identities = open(folder());
  expect(identities.createOrFind('0363', ANJA)).not.toBe(identities.createOrFind('0599', ANJA));
});

test('pseudonyms say nothing of the person: the same BSN in another vault has another', () => {
  expect(open(folder()).createOrFind('0363', ANJA)).not.toBe(open(folder()).createOrFind('0363', ANJA));
});

test('after the key was changed everyone is still known, and moves to the new key when met', () => {
  const path = folder();
  const identities = open(path);
  const anja = identities.createOrFind('0363', ANJA);
  identities.rotateKey();
  expect(identities.personRefOf('0363', ANJA)).toBe(anja);
  expect(identities.createOrFind('0363', ANJA)).toBe(anja);
  const piet = identities.createOrFind('0363', PIET);
  const again = open(path);
  expect([again.createOrFind('0363', ANJA), again.createOrFind('0363', PIET)]).toEqual([anja, piet]);
});

test('a vault whose key was lost is not opened, for everyone would become a stranger', () => {
  const path = folder();
  open(path).createOrFind('0363', ANJA);
  rmSync(join(path, 'vault.key'));
  expect(() => Identities.open(path)).toThrow('lacks a key');
});

test('an erased person is a stranger, and the pseudonym is in no file any more', () => {
  const path = folder();
  const identities = open(path);
  const anja = identities.createOrFind('0363', ANJA);
  const piet = identities.createOrFind('0363', PIET);
  identities.erase(anja);
  expect(identities.personRefOf('0363', ANJA)).toBeUndefined();
  expect(identities.personRefOf('0363', PIET)).toBe(piet);
  for (const name of ['vault.db', 'vault.db-wal']) expect(readFileSync(join(path, name)).includes(anja)).toBe(false);
  expect(identities.createOrFind('0363', ANJA)).not.toBe(anja);
});

test('what cannot be a BSN never becomes a person, and is not repeated in the complaint', () => {
  const identities = open(folder());
  expect(() => identities.createOrFind('0363', '123456789')).toThrow(/^(?![^]*123456789)/);
  expect(identities.personRefOf('0363', '123456789')).toBeUndefined();
});

test('no file holds the BSN, and only the owner may read them', () => {
  const path = folder();
  open(path).createOrFind('0363', ANJA);
  for (const name of ['vault.db', 'vault.db-wal', 'vault.key']) {
    expect(readFileSync(join(path, name)).includes(ANJA)).toBe(false);
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  }
});

test.each([
  ['123456782', true],
  ['000000012', true],
  ['123456789', false],
  ['000000000', false],
  ['12345678', false],
  ['1234567820', false],
  ['12345678a', false],
])('the eleven test tells whether %s can be a BSN: %s', (text, valid) => {
  expect(Bsn.safeParse(text).success).toBe(valid);
});
