import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDemonstration, type Demonstration } from '../../apps/api/src/demonstration/demonstration-mark.js';
import { demonstrationIn } from '../../apps/api/src/demonstration/record-demonstration.js';

const folder = mkdtempSync(join(tmpdir(), 'uitkomst-demonstration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (): Promise<Demonstration> => demonstrationIn(folder, `sqlite:${join(folder, 'ledger.db')}`, '0000');
const ends = ({ stories }: Demonstration) =>
  Object.fromEntries(
    stories.map(({ label, claims }) => [label, claims.map(({ providerId, state }) => `${providerId} ${state}`)]),
  );

test('the stories of the audit reports end as they should have ended', async () => {
  const demonstration = await open();
  expect(ends(demonstration)).toEqual({
    Anja: ['RANDSTAD REJECTED', 'UWV-RIB REJECTED'],
    Wilma: ['PASWERK REJECTED', 'PASWERK IN_REVIEW'],
    Piet: ['SAGENN REJECTED'],
    Theo: ['SAGENN REJECTED'],
    Karel: ['SAGENN IN_REVIEW'],
    Joyce: ['SAGENN PAYMENT_ORDERED'],
    Amsterdam: ['AGENS ELIGIBLE'],
    Deventer: ['SALLCON REJECTED'],
    'Twee bedrijven': ['ALEXANDER-CALDER REJECTED', 'FOURSTAR ELIGIBLE'],
    Nadia: ['WERKPLEIN CLAWBACK_DECIDED'],
    Farid: ['WERKPLEIN IN_OBJECTION'],
  });
  expect(isDemonstration(folder)).toBe(true);
});

test('opened again, it is the same demonstration', async () => {
  const first = await open();
  expect(await open()).toEqual(first);
  expect(first.stories).toHaveLength(11);
});
