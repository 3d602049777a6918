import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFileBroken } from '../key-file-broken.js';
import { NoteFault, verifierKeyText } from '../proofs/note.js';
import { parsePublicKeys, publicKeysText, trustedKeys } from '../proofs/public-keys.js';
import { continueAfter, openSealKeys, rotateKey } from './seal-keys.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the keys are made at the first start, stay the same, and the signing key is for its process only', () => {
  const made = openSealKeys(join(folder, 'one'));
  expect(openSealKeys(join(folder, 'one')).signing.secret).toBe(made.signing.secret);
  expect(openSealKeys(join(folder, 'two')).signing.secret).not.toBe(made.signing.secret);
  const { mode } = statSync(join(folder, 'one', 'signing-key'));
  expect(mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'one', 'public-keys'), 'utf8')).toBe(`${verifierKeyText(made.signing.verifier)}\n`);
});

test('who trusts the first key trusts its successors, in the same log and in the one after a recovery', async () => {
  const place = join(folder, 'kept');
  const first = openSealKeys(place).signing.verifier;
  const second = rotateKey(place).signing.verifier;
  expect([second.name, second.keyId === first.keyId]).toEqual([first.name, false]);
  const last = { origin: first.name, size: 9, root: new Uint8Array(32) };
  const third = continueAfter(place, last).signing.verifier;
  expect(third.name).toBe(`${first.name}/after/9/${'00'.repeat(32)}`);
  const { introduced } = openSealKeys(place);
  expect(parsePublicKeys(publicKeysText(introduced))).toEqual(introduced);
  expect(await trustedKeys([first], introduced)).toEqual([first, second, third]);
});

test('a key that nobody trusted vouches for is not trusted', async () => {
  const first = openSealKeys(join(folder, 'mine')).signing.verifier;
  openSealKeys(join(folder, 'theirs'));
  const theirs = rotateKey(join(folder, 'theirs')).introduced;
  expect(await trustedKeys([first], theirs)).toEqual([first]);
  const [, second] = theirs;
  if (second?.voucher === undefined) throw new Error('The second key has no voucher');
  const { voucher } = second;
  expect(
    await trustedKeys([first], [{ key: second.key, voucher: { ...voucher, name: first.name, keyId: first.keyId } }]),
  ).toEqual([first]);
});

test('damaged keys are refused without telling the secret', () => {
  const place = join(folder, 'damaged');
  const { secret } = openSealKeys(place).signing;
  writeFileSync(join(place, 'signing-key'), secret.slice(0, -2));
  expect(() => openSealKeys(place)).toThrow(KeyFileBroken);
  expect(() => openSealKeys(place)).not.toThrow(secret.slice(40, 60));
  expect(() => parsePublicKeys('\n')).toThrow(NoteFault);
});

test('a key of tags that was cut short is refused: it would make other tags than those handed out', () => {
  const place = join(folder, 'cut');
  const { tags } = openSealKeys(place);
  expect(openSealKeys(place).tags.equals(tags)).toBe(true);
  for (const text of ['', tags.toString('hex').slice(0, 40)]) {
    writeFileSync(join(place, 'tag-key'), text);
    expect(() => openSealKeys(place)).toThrow(KeyFileBroken);
  }
});
