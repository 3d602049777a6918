import { dayOf } from '@uitkomst/domain';
import { camt053File, pain002File } from '../testing/bank-files.js';
import { BankFileRefused } from './bank-message.js';
import { readBankMessage } from './read-bank-message.js';

const TODAY = dayOf('2009-04-03');
const read = (bytes: Buffer) => readBankMessage(bytes, TODAY);

const OURS = 'baaaaaaaaaaaaa01';
const faultOf = async (bytes: Buffer): Promise<string> => {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof BankFileRefused) return error.fault;
    throw error;
  }
};
const edited = (file: Buffer, change: (text: string) => string): Buffer => Buffer.from(change(file.toString('utf8')));

const dated = (tag: string, day: string) => (text: string) =>
  text.replace(new RegExp(`(<${tag}>(?:<Dt>)?)2009-04-03`), `$1${day}`);

describe('a payment status report', () => {
  it('tells of each order whether it was paid, rejected and why, or still waits', async () => {
    const { kind, entries } = await read(
      pain002File([
        { endToEndId: OURS, status: 'ACSC', amount: '2000.00' },
        { endToEndId: 'caaaaaaaaaaaaa01', status: 'RJCT', reason: 'AC04' },
        { endToEndId: 'daaaaaaaaaaaaa01', status: 'ACSP' },
      ]),
    );
    expect(kind).toBe('PAIN_002');
    expect(entries).toEqual([
      {
        place: 'block 1, payment 1',
        endToEndId: OURS,
        result: 'SETTLED',
        on: '2009-04-03',
        cents: 200_000,
        currency: 'EUR',
      },
      {
        place: 'block 1, payment 2',
        endToEndId: 'caaaaaaaaaaaaa01',
        result: 'REJECTED',
        on: '2009-04-03',
        bankReason: 'AC04',
      },
      { place: 'block 1, payment 3', endToEndId: 'daaaaaaaaaaaaa01', result: 'PENDING', on: '2009-04-03' },
    ]);
  });
  it('may reject the whole message, which counts for every order in it', async () => {
    expect((await read(pain002File([], { group: 'RJCT' }))).entries).toEqual([
      { place: 'message', messageId: 'B1', result: 'REJECTED', on: '2009-04-03' },
    ]);
    const { entries } = await read(pain002File([{ endToEndId: OURS }], { group: 'RJCT' }));
    expect(entries.map(({ endToEndId, result }) => [endToEndId, result])).toEqual([[OURS, 'REJECTED']]);
  });
});

const block = (status: string) =>
  `<OrgnlPmtInfAndSts><PmtInfSts>${status}</PmtInfSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></OrgnlPmtInfAndSts>`;

const toldBy = async (blocks: readonly string[], group?: string) => {
  const report = pain002File([], group === undefined ? {} : { group });
  const close = '</CstmrPmtStsRpt>';
  return (await read(edited(report, (text) => text.replace(close, `${blocks.map(block).join('')}${close}`)))).entries;
};

describe('a payment status report that names no order', () => {
  const rejected = { place: 'block 1', messageId: 'B1', result: 'REJECTED', on: '2009-04-03', bankReason: 'AC01' };

  it('tells of all of them by its only block, which goes before the message', async () => {
    expect(await toldBy(['RJCT'])).toEqual([rejected]);
    expect(await toldBy(['RJCT'], 'PART')).toEqual([rejected]);
  });
  it('tells nothing by one block of several: which orders are in it is not said', async () => {
    expect(await toldBy(['RJCT', 'ACSC'])).toEqual([]);
    expect(await toldBy(['RJCT', 'ACSC'], 'PART')).toMatchObject([{ place: 'message', result: 'PENDING' }]);
  });
});

describe('a statement', () => {
  it('tells what was booked and what came back, with the bank’s own name of it', async () => {
    const { kind, entries } = await read(
      camt053File([
        { endToEndId: OURS, ref: 'R1' },
        { endToEndId: OURS, side: 'CRDT', reason: 'MD07' },
        { endToEndId: OURS, status: 'PDNG' },
        { endToEndId: 'SALARIS-2009-03' },
      ]),
    );
    expect(kind).toBe('CAMT_053');
    const money = { on: '2009-04-03', cents: 200_000, currency: 'EUR' };
    expect(entries).toEqual([
      { place: 'entry 1', endToEndId: OURS, result: 'SETTLED', paymentRef: 'R1', ...money },
      { place: 'entry 2', endToEndId: OURS, result: 'RETURNED', bankReason: 'MD07', ...money },
      { place: 'entry 3', result: 'PENDING', on: '2009-04-03' },
      { place: 'entry 4', result: 'OTHER', on: '2009-04-03' },
    ]);
  });
  it('is read the same with a namespace prefix, and in another version', async () => {
    const plain = await read(camt053File([{ endToEndId: OURS }]));
    expect(await read(camt053File([{ endToEndId: OURS }], { prefix: 'ns2' }))).toEqual(plain);
    const older = edited(camt053File([{ endToEndId: OURS }]), (text) => text.replace('.001.08', '.001.02'));
    expect(await read(older)).toEqual(plain);
  });
  it('without a single entry is read, and tells nothing', async () => {
    expect((await read(camt053File([]))).entries).toEqual([]);
  });
});

describe('a day that is still to come is no day on which a bank did something', () => {
  const statement = camt053File([{ endToEndId: OURS }]);
  it.each<[string, Buffer, string]>([
    ['the statement’s own', edited(statement, dated('CreDtTm', '2009-04-04')), 'BkToCstmrStmt/GrpHdr/CreDtTm'],
    ['the report’s own', edited(pain002File([]), dated('CreDtTm', '2009-04-04')), 'CstmrPmtStsRpt/GrpHdr/CreDtTm'],
    ['a booking’s', edited(statement, dated('BookgDt', '2009-04-04')), 'entry 1/BookgDt'],
    ['a value date’s more than a month ahead', edited(statement, dated('ValDt', '2009-05-05')), 'entry 1/ValDt'],
  ])('%s', async (_title, bytes, place) => {
    await expect(read(bytes)).rejects.toMatchObject({ fault: 'DAY_AHEAD', place });
  });
  it('but a value date may lie some days ahead, and what is pending on any day', async () => {
    expect((await read(edited(statement, dated('ValDt', '2009-05-04')))).entries[0]?.on).toBe('2009-05-04');
    const pending = camt053File([{ endToEndId: OURS, status: 'PDNG' }]);
    expect((await read(edited(pending, dated('BookgDt', '2010-04-03')))).entries[0]?.result).toBe('PENDING');
  });
});

describe('a bad file is refused as a whole', () => {
  const good = camt053File([{ endToEndId: OURS }]);
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
    .join('')}]>`;
  it.each<[string, Buffer, string]>([
    ['cut off', good.subarray(0, good.length - 40), 'NOT_WELL_FORMED'],
    ['cut off inside a tag', good.subarray(0, 180), 'NOT_WELL_FORMED'],
    ['empty', Buffer.alloc(0), 'NOT_WELL_FORMED'],
    ['no XML', Buffer.from('endToEndId;amount\nx;1'), 'NOT_WELL_FORMED'],
    ['of another message', edited(good, (text) => text.replace('camt.053', 'camt.054')), 'NOT_A_BANK_MESSAGE'],
    ['in a wrong namespace', edited(good, (text) => text.replace('iso:std', 'evil:std')), 'NOT_A_BANK_MESSAGE'],
    ['without a namespace', edited(good, (text) => text.replace(/ xmlns="[^"]+"/, '')), 'NOT_A_BANK_MESSAGE'],
    ['with a bomb of entities', edited(good, (text) => text.replace('?>', `?>${bomb}`)), 'DOCTYPE'],
    [
      'that reads another file',
      edited(good, (text) => text.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">')),
      'DOCTYPE',
    ],
    ['without its parts', edited(good, (text) => text.replaceAll('GrpHdr', 'Header')), 'WRONG_SHAPE'],
    ['with an amount that is none', edited(good, (text) => text.replace('2000.00', '-2000,00')), 'WRONG_SHAPE'],
    [
      'with a day that is none',
      edited(good, (text) => text.replace('<ValDt><Dt>2009-04-03', '<ValDt><Dt>2009-02-30')),
      'WRONG_SHAPE',
    ],
    [
      'in another encoding',
      Buffer.concat([good.subarray(0, 100), Buffer.from([0xe9]), good.subarray(100)]),
      'NOT_UTF8',
    ],
    [
      'nested without end',
      edited(good, (text) => text.replace('<Stmt>', `<Stmt>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)),
      'TOO_DEEP',
    ],
  ])('%s', async (_title, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it('but one of 50 MB is read: what is not ours is passed over, and it is refused where it is cut off', async () => {
    const foreign = camt053File([{ endToEndId: 'SALARIS-2009-03' }]).toString('utf8');
    const entry = /<Ntry>.*<\/Ntry>/.exec(foreign)?.[0] ?? '';
    const count = Math.floor((50 * 1_048_576 - good.length) / entry.length);
    const large = edited(good, (text) => text.replace('</Stmt>', `${entry.repeat(count)}</Stmt>`));
    expect(large.length).toBeGreaterThan(49 * 1_048_576);
    const started = performance.now();
    const { entries } = await read(large);
    process.stdout.write(`50 MB of statement read in ${Math.round(performance.now() - started)} ms\n`);
    expect([entries.length, entries.filter(({ result }) => result !== 'OTHER').length]).toEqual([count + 1, 1]);
    expect(await faultOf(large.subarray(0, large.length - 20))).toBe('NOT_WELL_FORMED');
  });
});
