import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderWith } from './data-folder.js';

const data = mkdtempSync(join(tmpdir(), 'uitkomst-data-'));
const demonstration = join(data, 'demonstration');
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('what is asked of the data folder is found in that of the demonstration, where only that is there', () => {
  mkdirSync(demonstration);
  writeFileSync(join(demonstration, 'vault.key'), '');
  expect(dataFolderWith('vault.key', { UITKOMST_DATA: data })).toBe(demonstration);
  renameSync(join(demonstration, 'vault.key'), join(data, 'vault.key'));
  expect(dataFolderWith('vault.key', { UITKOMST_DATA: data })).toBe(data);
});

test('a data folder that is not said, or said to be nothing, is ./data', () => {
  expect([dataFolderWith('no.key', {}), dataFolderWith('no.key', { UITKOMST_DATA: ' ' })]).toEqual([
    './data',
    './data',
  ]);
});
