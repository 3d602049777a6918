import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyNamed, keysMadeOnce } from './vault-keys.js';
import { Vault } from './vault.js';

const BSN = '123456782';
const folders: string[] = [];
const opened: Vault[] = [];
function open(folder = mkdtempSync(join(tmpdir(), 'uitkomst-vault-'))): { vault: Vault; folder: string } {
  folders.push(folder);
  const vault = Vault.open(folder, join(folder, 'erasures.log'));
  opened.push(vault);
  return { vault, folder };
}
afterEach(() => {
  for (const vault of opened.splice(0)) vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('the hash of a command is the same for ever, and no BSN can be guessed from it without the vault', () => {
  const { vault, folder } = open();
  const hash = vault.hashOf('POST', BSN);
  expect(open(folder).vault.hashOf('POST', BSN)).toBe(hash);
  expect(open().vault.hashOf('POST', BSN)).not.toBe(hash);
  expect(hash).not.toBe(createHash('sha256').update(`4:POST9:${BSN}`).digest('hex'));
  expect(vault.hashOf('POS', `T${BSN}`)).not.toBe(hash);
  const kept = keysMadeOnce(join(folder, 'hash.key'));
  const key = keyNamed(kept, kept.current);
  expect(hash).toBe(createHmac('sha256', key).update(`4:POST9:${BSN}`).digest('hex'));
  expect(statSync(join(folder, 'hash.key')).mode & 0o777).toBe(0o600);
});

test('two processes that start at once make one key', () => {
  const { vault, folder } = open();
  expect(open(folder).vault.hashOf('x')).toBe(vault.hashOf('x'));
  const path = join(folder, 'made-once.key');
  expect(keysMadeOnce(path)).toEqual(keysMadeOnce(path));
  expect(readdirSync(folder).filter((name) => name.startsWith('made-once'))).toEqual(['made-once.key']);
});

test('whoever was forgotten stays forgotten, whatever a restored file says', () => {
  const { vault, folder } = open();
  const whose = { municipality: '0392', personRef: vault.identities.createOrFind('0392', BSN) };
  vault.persons.keep(whose, { recordId: 'identity', kind: 'IDENTITY', text: 'Anja' });
  const told = { kind: 'LETTER', mediaType: 'image/png', orgId: 'HAARLEM', role: 'CASEMGR', keptAt: '2008-10-10' };
  const kept = vault.documents.keep(whose, Buffer.from('Anja'), told);
  expect(vault.documents.documentsOf(whose)).toEqual([kept]);
  vault.erasures.add(whose); // The files are those of before the erasure.
  const again = open(folder).vault;
  expect(again.identities.personRefOf('0392', BSN)).toBeUndefined();
  expect(again.persons.textsOf(whose)).toEqual([]);
  expect(again.documents.documentsOf(whose)).toEqual([]);
});
