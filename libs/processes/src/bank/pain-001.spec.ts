import { CENTS_MAX, dayOf, endToEndIdOf, textOf, type Day } from '@uitkomst/domain';
import { randomFrom, type Random } from '@uitkomst/ledger/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksumIBAN } from 'sepa';
import { validateXML } from 'xmllint-wasm';
import { epcText } from './epc-text.js';
import { messageIdOf, pain001, type PaymentFile, type Transfer } from './pain-001.js';

/** Debian's tryton-modules-account-payment-sepa carries the official schemas; the newest of pain.001 is version 05. */
const FOLDERS = ['.cache/sepa-xsd', ''].map((root) =>
  join(root === '' ? '/' : root, 'usr/lib/python3/dist-packages/trytond/modules/account_payment_sepa/tests'),
);
const XSD = FOLDERS.map((folder) => join(folder, 'pain.001.001.05.xsd')).find((path) => existsSync(path));

const withSchema = XSD === undefined ? describe.skip : describe;
if (XSD === undefined)
  process.stdout.write('The schemas of tryton-modules-account-payment-sepa are not there: nothing is validated.\n');

const BATCHES = 1000;
const AT_ONCE = 100;
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const NAMES = [
  'Stichting Paswérk',
  'Søndergård & Zn. B.V.',
  'Ζωή ΑΕ',
  'Müller/Çelik «re-integratie»',
  '公司',
  '//',
  '',
];
const pick = <T>(random: Random, all: readonly T[]): T => all[random.below(all.length)] as T;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const text = (random: Random, length: number): string =>
  Array.from({ length }, () => BASE32.charAt(random.below(BASE32.length))).join('');
const upTo = (random: Random, max: number): number => 1 + random.below(max);

function transfer(random: Random): Transfer {
  const claimId = `${text(random, 13)}.${text(random, upTo(random, 16))}`;
  const digits = String(random.below(1_000_000_000)).padStart(10, '0');
  return {
    endToEndId: endToEndIdOf(claimId, upTo(random, 99)),
    cents: random.below(10) === 0 ? upTo(random, CENTS_MAX) : upTo(random, 900_000),
    iban: checksumIBAN(`NL00${pick(random, ['ABNA', 'INGB', 'RABO'])}${digits}`),
    holder: `${pick(random, NAMES)} ${'é'.repeat(upTo(random, 90))}`,
    remittance: `${pick(random, NAMES)} ${claimId} ${'ß'.repeat(upTo(random, 200))}`,
    executionOn: (dayOf('2026-03-02') + random.below(3)) as Day,
  };
}

function paymentFile(random: Random): PaymentFile {
  const transfers = new Map<string, Transfer>();
  const count = random.below(50) === 0 ? 500 : upTo(random, 12);
  while (transfers.size < count) {
    const one = transfer(random);
    transfers.set(one.endToEndId, one);
  }
  return {
    messageId: messageIdOf(`batch.${text(random, 16)}`),
    createdAt: new Date('2026-03-02T09:30:00Z'),
    debtor: { name: pick(random, NAMES), iban: 'NL91ABNA0417164300' },
    transfers: [...transfers.values()],
  };
}

/** As the older schema has it: the day of execution not wrapped. */
const asVersion05 = (xml: string): string =>
  xml
    .replaceAll('pain.001.001.09', 'pain.001.001.05')
    .replaceAll(/<ReqdExctnDt><Dt>([^<]+)<\/Dt><\/ReqdExctnDt>/g, '<ReqdExctnDt>$1</ReqdExctnDt>');

const writtenAs = async (files: readonly PaymentFile[]): Promise<readonly string[]> =>
  (await Promise.all(files.map(pain001))).map((bytes) => bytes.toString('utf8'));

describe('payment files', () => {
  const random = randomFrom(SEED);
  const files = Array.from({ length: BATCHES }, () => paymentFile(random));
  let written: readonly string[] = [];
  beforeAll(async () => {
    written = await writtenAs(files);
  });

  it(`add up to the cent and name every order once: ${BATCHES} random batches, seed ${SEED}`, () => {
    for (const [index, xml] of written.entries()) {
      const { transfers } = files[index] ?? { transfers: [] };
      const total = transfers.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
      expect(xml).toContain(`<NbOfTxs>${transfers.length}</NbOfTxs><CtrlSum>${euros(total)}</CtrlSum>`);
      const ids = Array.from(xml.matchAll(/<EndToEndId>([^<]+)</g), ([, id]) => id);
      expect(new Set(ids).size).toBe(transfers.length);
      expect(new Set(ids)).toEqual(new Set(transfers.map(({ endToEndId }) => endToEndId)));
      const named = Array.from(xml.matchAll(/<(?:MsgId|PmtInfId|InstrId|EndToEndId)>([^<]*)</g), ([, id = '']) => id);
      expect(named.filter((id) => !/^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/.test(id))).toEqual([]);
      const names = Array.from(xml.matchAll(/<Nm>([^<]*)</g), ([, name = '']) => name.replaceAll('&apos;', "'"));
      expect(names.filter((name) => !/^[A-Za-z0-9/\-?:().,'+ ]{1,70}$/.test(name))).toEqual([]);
    }
  });

  it('have a block for each day of execution, the first day first', () => {
    for (const [index, xml] of written.entries()) {
      const days = new Set(files[index]?.transfers.map(({ executionOn }) => textOf(executionOn)));
      const blocks = Array.from(xml.matchAll(/<ReqdExctnDt><Dt>([^<]+)</g), ([, day]) => day);
      expect(blocks).toEqual([...days].toSorted());
    }
  });

  it('are the same bytes when written again', async () => {
    expect(await writtenAs(files.slice(0, 50))).toEqual(written.slice(0, 50));
  });

  withSchema('are valid by the official schema', () => {
    it('the day of execution unwrapped for its older version', async () => {
      const schema = readFileSync(XSD ?? '', 'utf8');
      for (let from = 0; from < written.length; from += AT_ONCE) {
        const xml = written
          .slice(from, from + AT_ONCE)
          .map((contents, index) => ({ fileName: `${from + index}.xml`, contents: asVersion05(contents) }));
        const pages = { initialMemoryPages: 1024, maxMemoryPages: 8192 };
        const { valid, errors } = await validateXML({ xml, schema, ...pages });
        expect(errors.slice(0, 3).map(({ message, loc }) => [loc?.fileName, message])).toEqual([]);
        expect(valid).toBe(true);
      }
      const broken = asVersion05(written[0] ?? '').replaceAll('MsgId>', 'MessageId>');
      expect((await validateXML({ xml: broken, schema })).valid).toBe(false);
    });
  });
});

const FILE = paymentFile(randomFrom(1));
const [ONE] = FILE.transfers;

test('every payment is a booking of its own, and texts are as long as a bank takes them', async () => {
  if (ONE === undefined) throw new Error('No transfer');
  const long = { ...ONE, holder: 'h'.repeat(71), remittance: 'r'.repeat(141) };
  const xml = (await pain001({ ...FILE, transfers: [long] })).toString('utf8');
  expect(xml).toContain('<BtchBookg>false</BtchBookg>');
  expect(xml).toContain(`<Nm>${'h'.repeat(70)}</Nm>`);
  expect(xml).toContain(`<Ustrd>${'r'.repeat(140)}</Ustrd>`);
});

test('a file that names one order twice is not written', async () => {
  if (ONE === undefined) throw new Error('No transfer');
  await expect(pain001({ ...FILE, transfers: [ONE, ONE] })).rejects.toThrow('does not add up');
});

const euros = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

describe('text for a bank', () => {
  it.each([
    ['Stichting Paswérk & Co', 70, 'Stichting Paswerk Co'],
    ['Ζωή ΑΕ', 70, 'Zoi AE'],
    ['//double//slash//', 70, 'double/slash'],
    ['', 70, 'NOTPROVIDED'],
    ['«»', 4, 'NOTPROVIDED'],
    ['abcdef', 4, 'abcd'],
  ])('%s, at most %d: %s', (given, lengthMax, expected) => {
    expect(epcText(given, lengthMax)).toBe(expected);
  });

  it('names a message in at most 28 characters, so that its instructions stay within 35', () => {
    expect(messageIdOf('batch.abcdefghijklmnop')).toBe('batch.abcdefghijklmnop');
    expect(messageIdOf('B_2026')).toBe('B-2026');
    expect(messageIdOf('x'.repeat(40))).toHaveLength(28);
  });
});
