import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeadLetter, KeptDelivery } from '@uitkomst/contracts';
import {
  ClockRefused,
  DeliveryReports,
  LedgerUnavailable,
  systemClock,
  TermsBook,
  Vault,
  type RecordedEvent,
} from '@uitkomst/ledger';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { CompactEncrypt, importJWK } from 'jose';
import type { OutboundMessage } from '../relay/publisher.js';
import { kafkaKeysIn, type KafkaKeys } from '../settings/kafka-keys.js';
import { PERSON, TOWN, town, type Town } from '../testing/town.js';
import { DeliveryFeed } from './delivery-feed.js';
import { completeByFeed, recordingByFeed } from './record-by-feed.js';
import { reportByFeed } from './report-by-feed.js';

const ANJA = '123456782';
const folder = temporaryFolder();
const data = mkdtempSync(join(tmpdir(), 'uitkomst-feed-'));
let keys: KafkaKeys;
let vault: Vault;
beforeAll(async () => {
  keys = await kafkaKeysIn(join(data, 'kafka-keys.json'));
  vault = Vault.open(data, join(data, 'erasures.db'));
});
afterAll(() => {
  vault.close();
  folder.remove();
  rmSync(data, { recursive: true });
});

const granted = (benefitId: string, fields: object = {}) => ({
  type: 'BenefitGranted',
  dossierRef: PERSON,
  benefitId,
  kind: 'BIJSTAND',
  validFrom: '2009-06-01',
  ...fields,
});
const stopped = (benefitId: string, fields: object = {}) => ({
  type: 'BenefitStopped',
  dossierRef: PERSON,
  benefitId,
  reason: 'MOVED',
  validFrom: '2009-09-01',
  ...fields,
});
const delivery = (rows: readonly object[], fields: object = {}): string =>
  JSON.stringify({ deliveryId: 'D1', system: 'GWS4ALL', rows, ...fields });

let offsets = 0;
const message = (value: string) => ({
  topic: 'uitkomst.leveringen.v1',
  partition: 0,
  offset: String((offsets += 1)),
  value,
});

interface Fed {
  readonly place: Town;
  readonly letters: OutboundMessage[];
  readonly errors: unknown[];
  readonly reports: DeliveryReports;
  readonly feed: DeliveryFeed;
  readonly take: (...values: readonly string[]) => Promise<void>;
  readonly facts: () => Promise<readonly string[]>;
}

interface Troubles {
  /** Of recording a row, one after the other. */
  readonly failures?: readonly Error[];
  /** Of keeping what became of a delivery. */
  readonly failing?: Error[];
  /** Of parking. */
  readonly unparked?: Error[];
  /** A row that always fails, by its place. */
  readonly broken?: number;
}

let towns = 0;
async function fed({ failures = [], failing = [], unparked = [], broken }: Troubles = {}): Promise<Fed> {
  const place = await town(folder.reads());
  const [letters, errors, waiting] = [[] as OutboundMessage[], [] as unknown[], [...failures]];
  const terms = await TermsBook.open(place.ledger, { follow: false });
  const parts = {
    ledger: place.ledger,
    terms,
    clientFiles: place.files,
    vault,
    identities: vault.identities,
    clock: systemClock,
  };
  const reports = DeliveryReports.open(mkdtempSync(join(data, `town-${(towns += 1)}`)), systemClock);
  const report = reportByFeed({ clock: systemClock, deliveryReports: reports, seen: { place: () => undefined } });
  const record = recordingByFeed(parts, keys.streamSecret);
  const feed = new DeliveryFeed({
    source: { start: () => undefined, stop: async () => undefined, lag: () => 0 },
    deadLetters: {
      publish: async (sent) => {
        const failure = unparked.shift();
        if (failure) throw failure;
        letters.push(...sent);
      },
      close: async () => undefined,
    },
    keys,
    municipality: TOWN,
    recording: (deliverer) => {
      const ports = record(deliverer);
      return {
        ...ports,
        perform: (task) => {
          const failure = task.row === broken ? new Error('a bug') : waiting.shift();
          return failure ? Promise.reject(failure) : ports.perform(task);
        },
      };
    },
    complete: completeByFeed(parts),
    report: (taken) => {
      const failure = failing.shift();
      if (failure) throw failure;
      report(taken);
    },
    onError: (error) => errors.push(error),
    pauseMs: 1,
    pauseMaxMs: 1,
  });
  const before = (await place.file()).revision;
  return {
    place,
    letters,
    errors,
    reports,
    feed,
    take: (...values) => feed.take(values.map(message)),
    facts: async () => {
      const found: string[] = [];
      for await (const event of place.ledger.readStream(`client-${TOWN}-${PERSON}`))
        if (event.revision > before) found.push(event.type);
      return found.filter((type) => type !== 'ClaimDetermined');
    },
  };
}

const letterOf = ({ value }: OutboundMessage): DeadLetter => JSON.parse(value) as DeadLetter;

test('benefits that began and ended come in by message and stand in the file, said by the administration itself', async () => {
  const { take, facts, letters, place } = await fed();
  await take(delivery([granted('B2'), stopped('B2')]));
  expect(await facts()).toEqual(['BenefitGranted', 'BenefitStopped']);
  expect(letters).toEqual([]);
  const events: RecordedEvent[] = [];
  for await (const event of place.ledger.readStream(`client-${TOWN}-${PERSON}`)) events.push(event);
  const grant = events.find(({ payload }) => (payload as { benefitId?: string }).benefitId === 'B2');
  expect(grant?.actor).toEqual({ id: 'feed-GWS4ALL', role: 'BENEFITS', orgId: 'GWS4ALL' });
  expect(grant?.payload).toMatchObject({ assurance: 'AUTHORITATIVE', source: { system: 'GWS4ALL' } });
});

test('a message handed over again changes nothing, whole or in parts', async () => {
  const { take, facts } = await fed();
  const whole = delivery([granted('B2'), granted('B3', { validFrom: '2009-07-01' })]);
  await take(whole);
  await take(whole, delivery([granted('B3', { validFrom: '2009-07-01' })], { firstRow: 2 }));
  expect(await facts()).toEqual(['BenefitGranted', 'BenefitGranted']);
});

test('a delivery in parts is one: a later part goes on where the first ended', async () => {
  const { take, facts, letters } = await fed();
  await take(delivery([granted('B2')]), delivery([granted('B3', { validFrom: '2009-07-01' })], { firstRow: 2 }));
  expect([await facts(), letters]).toEqual([['BenefitGranted', 'BenefitGranted'], []]);
});

test('another row under the name of one that was recorded is refused, not taken for it', async () => {
  const { take, facts, letters } = await fed();
  await take(delivery([granted('B2')]));
  await take(delivery([granted('B3', { validFrom: '2009-07-01' })]));
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(letters.map(letterOf).map(({ rows }) => rows[0]?.code)).toEqual(['sleutel-hergebruikt']);
});

test('what cannot be read is parked with the reason, and what stood beside it is taken', async () => {
  const { take, facts, letters } = await fed();
  await take(
    '{"rows": [',
    delivery([granted('B2')]),
    delivery([granted('B3')], { system: 'PROVIDER_API' }),
    'a.b.c.d.e',
  );
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(letters.map(letterOf).map(({ reason, faults }) => [reason, faults.map(({ pointer }) => pointer)])).toEqual([
    ['NOT_JSON', []],
    ['NOT_A_DELIVERY', ['/system']],
    ['NOT_DECRYPTABLE', []],
  ]);
});

test('refused rows are parked with their codes and places; the other rows are recorded', async () => {
  const { take, facts, letters } = await fed();
  await take(delivery([granted('B2'), stopped('B77'), granted('B3', { kind: 'LOTTERY', [ANJA]: 1, 301285: 1 })]));
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(letters.map(({ key }) => key)).toEqual([expect.stringMatching(/^uitkomst\.leveringen\.v1-0-\d+$/)]);
  const [letter] = letters.map(letterOf);
  expect(letter).toMatchObject({ reason: 'ROWS_REFUSED', deliveryId: 'D1', system: 'GWS4ALL' });
  expect(letter?.rows.map(({ row, code, faults }) => [row, code, faults.map(({ pointer }) => pointer)])).toEqual([
    [2, 'UNKNOWN_REFERENCE', []],
    [3, undefined, ['/rows/2/kind', '/rows/2/…', '/rows/2/…']],
  ]);
});

test('the role of the source decides what it may say: a register stops benefits, finance does not', async () => {
  const { take, facts, letters } = await fed();
  await take(delivery([granted('B2')], { system: 'FINANCE' }), delivery([granted('B3')], { system: 'UWV_POLIS' }));
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(letters.map(letterOf).map(({ rows }) => rows[0]?.code)).toEqual(['ROLE_MAY_NOT_RECORD']);
});

test('a BSN comes in encrypted or not at all, and nowhere lies in clear', async () => {
  const { take, facts, letters, place } = await fed();
  const [publicKey] = keys.publicKeys;
  if (!publicKey) throw new Error('No public key');
  expect(publicKey).not.toHaveProperty('d');
  const seal = async (text: string): Promise<string> =>
    new CompactEncrypt(Buffer.from(text))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: publicKey.kid ?? '' })
      .encrypt(await importJWK(publicKey, 'ECDH-ES+A256KW'));
  const known = vault.identities.createOrFind(TOWN, ANJA);
  const row = granted('B2', { dossierRef: undefined, bsn: ANJA });
  await take(delivery([row]));
  const sealed = await seal(delivery([row]));
  await take(sealed);
  expect(letterOf(letters[1] as OutboundMessage).message).toBe(sealed);
  expect(letters.map(letterOf).map(({ reason }) => reason)).toEqual(['BSN_NOT_ENCRYPTED', 'ROWS_REFUSED']);
  expect(letterOf(letters[1] as OutboundMessage).rows[0]).toMatchObject({
    code: 'NOT_FOUND', // Known to the vault, but has no file here.
    faults: [{ pointer: '/rows/0/bsn' }],
  });
  expect(JSON.stringify(letters)).not.toContain(ANJA);
  expect(JSON.parse(await keys.open(letterOf(letters[0] as OutboundMessage).message))).toMatchObject({
    rows: [{ bsn: ANJA }],
  });
  await take(await seal(delivery([granted('B3', { dossierRef: undefined, bsn: ANJA })])));
  expect(await facts()).toEqual([]);
  const stored: string[] = [];
  for await (const event of place.ledger.readAll()) stored.push(JSON.stringify(event.bytes));
  expect(stored.join()).not.toContain(ANJA);
  expect(known).not.toBe(PERSON);
});

test('a whole delivery without a refused row makes its source complete; one in parts or with a refusal does not', async () => {
  const { take, place } = await fed();
  const watermarks = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { payload } of place.ledger.readStream(`source-${TOWN}-GWS4ALL`))
      found.push((payload as { completeThrough: string }).completeThrough);
    return found;
  };
  await take(delivery([stopped('B77')], { deliveryId: 'D2', completeThrough: '2009-05-01' }));
  await take(delivery([granted('B3')], { deliveryId: 'D3', completeThrough: '2009-05-02', firstRow: 1 }));
  expect(await watermarks()).toEqual([]);
  await take(delivery([granted('B2')], { completeThrough: '2009-05-03' }));
  await take(delivery([granted('B2')], { completeThrough: '2009-05-03' }));
  expect(await watermarks()).toEqual(['2009-05-03']);
  await take(delivery([granted('B2')], { completeThrough: '2009-05-04' }));
  expect(await watermarks()).toEqual(['2009-05-03', '2009-05-04']);
});

const rowsIn = (reports: DeliveryReports): unknown =>
  JSON.parse(reports.one(TOWN, keptIn(reports)[0]?.reportId ?? '')?.rows ?? 'null');
const keptIn = (reports: DeliveryReports): readonly KeptDelivery[] =>
  reports
    .page({ municipality: TOWN, organisations: ['feed:GWS4ALL'], limit: 10, offset: 0 })
    .reports.map(({ summary }) => JSON.parse(summary) as KeptDelivery);

test('what became of a message is kept row by row, for who works with its source; what was kept first stays', async () => {
  const { take, reports, feed } = await fed();
  const once = granted('B2', { source: { ref: 'r-2' } });
  const value = delivery([once, granted('B3', { kind: 'LOTTERY' })], { completeThrough: '2009-05-01' });
  const sent = message(value);
  await feed.take([sent]);
  await feed.take([sent]);
  const counted = { deliveryId: 'D1', system: 'GWS4ALL', completeThrough: '2009-05-01', watermark: 'WITHHELD' };
  expect(keptIn(reports)).toMatchObject([{ ...counted, recorded: 1, refused: 1, organisation: 'GWS4ALL' }]);
  expect(rowsIn(reports)).toMatchObject([
    { row: 1, status: 'RECORDED' },
    { row: 2, status: 'REFUSED', errors: [{ pointer: '/rows/1/kind' }] },
  ]);
  const moved = { ...sent, partition: 1 };
  const made = { ...sent, value: delivery([once], { deliveryId: 'D9' }) }; // The topic was made anew.
  await feed.take([moved, made]);
  const toldOf = keptIn(reports).map(({ deliveryId, watermark, duplicates }) => [deliveryId, watermark, duplicates]);
  expect(toldOf).toEqual([
    ['D9', 'NOT_ASKED', 1],
    ['D1', 'WITHHELD', 1],
    ['D1', 'WITHHELD', 0],
  ]);
  await take(value, delivery([granted('B4')], { deliveryId: 'D2', completeThrough: '2009-05-02' }), 'no delivery');
  expect(keptIn(reports)).toMatchObject([
    { recorded: 1, watermark: 'RECORDED' },
    { recorded: 0, duplicates: 1, refused: 1 },
    {},
    {},
    { recorded: 1, refused: 1 },
  ]);
});

test('while what became of it cannot be kept a message waits, and nothing is parked of it', async () => {
  const full = Array.from({ length: 30 }, () => new Error('database or disk is full'));
  const { take, letters, errors, reports } = await fed({ failing: full });
  await take(delivery([stopped('B77')]));
  expect([letters.map(letterOf).map(({ reason }) => reason), errors.length]).toEqual([['ROWS_REFUSED'], 30]);
  expect(keptIn(reports)).toMatchObject([{ refused: 1 }]);
});

test('a row that names a kept document with the hash of another is refused at that hash', async () => {
  const { take, facts, reports } = await fed();
  const told = { kind: 'LETTER', mediaType: 'application/pdf', orgId: 'SUITE', role: 'BENEFITS' } as const;
  const whose = { municipality: TOWN, personRef: PERSON };
  const kept = vault.documents.keep(whose, Buffer.from('%PDF-'), { ...told, keptAt: '2009-05-01T10:00:00Z' });
  const proof = (sha256: string) => ({ evidence: [{ id: kept?.documentId, kind: 'LETTER', sha256 }] });
  await take(delivery([granted('B2', proof('0'.repeat(64))), granted('B3', proof(kept?.sha256 ?? ''))]));
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(rowsIn(reports)).toMatchObject([
    { status: 'REFUSED', code: 'EVIDENCE_DIFFERS', errors: [{ pointer: '/rows/0/evidence/0/sha256' }] },
    { status: 'RECORDED' },
  ]);
});

test.each([
  ['the ledger is away', new LedgerUnavailable('away')],
  ['its clock is behind', new ClockRefused('behind')],
])('while %s a message waits, however often it is tried', async (_what, trouble) => {
  const { take, facts, letters, errors } = await fed({ failures: Array.from({ length: 30 }, () => trouble) });
  await take(delivery([granted('B2')]));
  expect([await facts(), letters.length, errors.length]).toEqual([['BenefitGranted'], 0, 30]);
});

test('a message that fails by itself again and again is parked, so that it holds up nobody for ever', async () => {
  const { take, letters } = await fed({ failures: Array.from({ length: 11 }, () => new Error('a bug')) });
  await take(delivery([granted('B2')]));
  expect(letters.map(letterOf).map(({ reason }) => reason)).toEqual(['FAILED']);
});

test('one that fails ten times and then no more is taken, and parked for no outage in between', async () => {
  const bugs = Array.from({ length: 10 }, () => new Error('a bug'));
  const { take, facts, letters } = await fed({ failures: bugs });
  await take(delivery([granted('B2')]));
  expect([await facts(), letters]).toEqual([['BenefitGranted'], []]);
  const away = await fed({ failures: [...bugs, new LedgerUnavailable('away')] });
  await away.take(delivery([granted('B2')]));
  expect([await away.facts(), away.letters]).toEqual([['BenefitGranted'], []]);
});

test('of several messages those alone are parked that fail by themselves', async () => {
  const { take, facts, letters } = await fed({ broken: 7 });
  await take(delivery([granted('B2')]), delivery([granted('B3')], { deliveryId: 'D2', firstRow: 7 }));
  expect(await facts()).toEqual(['BenefitGranted']);
  expect(letters.map(letterOf)).toMatchObject([{ reason: 'FAILED', deliveryId: 'D2' }]);
});

test('while nothing can be parked a message waits, and is parked for what was wrong with it', async () => {
  const { take, letters, errors } = await fed({ unparked: Array.from({ length: 30 }, () => new Error('no broker')) });
  await take('no delivery');
  expect([letters.map(letterOf).map(({ reason }) => reason), errors.length]).toEqual([['NOT_JSON'], 30]);
});

test('stopped while it waits, it lets go of the message without having taken it', async () => {
  const { feed, take, letters } = await fed({
    failures: Array.from({ length: 10_000 }, () => new LedgerUnavailable('away')),
  });
  const taking = take(delivery([granted('B2')]));
  setTimeout(() => void feed.stop(), 20);
  await expect(taking).rejects.toThrow();
  expect(letters).toEqual([]);
});

test('the key file is made once, whoever is first, and is its owner’s alone', async () => {
  const path = join(data, 'deeper', 'keys.json');
  const [one, other] = await Promise.all([kafkaKeysIn(path), kafkaKeysIn(path)]);
  expect(await other.open(await one.seal('a message'))).toBe('a message');
  expect(Buffer.from(one.streamSecret)).toEqual(Buffer.from(other.streamSecret));
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
