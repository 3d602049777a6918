import { sentence } from '@uitkomst/domain';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, clientWithJob, setOut, storyClock } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let benefits: Caller;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN']);
  benefits = await running.as('BENEFITS');
});
afterAll(() => running.stop());

interface Report {
  readonly recorded: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly watermark: string;
  readonly rows: readonly {
    readonly row: number;
    readonly status: string;
    readonly code?: string;
    readonly errors: readonly { pointer: string; message: string }[];
  }[];
}

const granted = (benefitId: string, fields: object = {}): object => ({
  bsn: BSNS[0],
  type: 'BenefitGranted',
  benefitId,
  kind: 'BIJSTAND',
  validFrom: '2009-06-01',
  ...fields,
});

test('a delivery is not all or nothing: each row is recorded or refused by itself, with its own faults', async () => {
  const rows = [
    granted('B2'),
    granted('B3', { validFrom: '2009-02-30', kind: 'LOTTERY' }),
    { type: 'BenefitStopped', benefitId: 'B77', reason: 'MOVED', validFrom: '2009-06-01', dossierRef: file },
    granted('B4', { bsn: BSNS[3] }),
    {
      type: 'PlacementStarted',
      jobId: 'J9',
      employerId: 'E',
      form: 'REGULAR',
      validFrom: '2009-01-01',
      dossierRef: file,
    },
  ];
  const answer = await benefits.post<Report>('/leveringen', {
    deliveryId: 'D1',
    system: 'GWS4ALL',
    completeThrough: '2008-10-01',
    rows,
  });
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ recorded: 1, duplicates: 0, refused: 4, watermark: 'WITHHELD' });
  const [first, second, third, fourth, fifth] = answer.body.rows;
  expect(first).toMatchObject({ row: 1, status: 'RECORDED', errors: [] });
  expect(second?.errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/rows/1/kind', '/rows/1/validFrom']);
  expect(third).toMatchObject({
    status: 'REFUSED',
    code: 'UNKNOWN_REFERENCE',
    errors: [{ pointer: '/rows/2/benefitId' }],
  });
  expect(fourth).toMatchObject({ status: 'REFUSED', code: 'NOT_FOUND' });
  expect(fifth).toMatchObject({
    status: 'REFUSED',
    code: 'ROLE_MAY_NOT_RECORD',
    errors: [{ pointer: '/rows/4/type' }],
  });
});

test('the same delivery again records nothing; the mended one only what is new, and then the source is complete', async () => {
  const deliver = (deliveryId: string, rows: readonly object[]) =>
    benefits.post<Report>('/leveringen', { deliveryId, system: 'GWS4ALL', completeThrough: '2008-10-01', rows });
  const rows = [granted('B5', { source: { ref: 'r-5' } }), granted('B6', { source: { ref: 'r-6' } })];
  expect((await deliver('D2', rows)).body).toMatchObject({ recorded: 2, duplicates: 0, watermark: 'RECORDED' });
  const head = await running.recorded();
  expect((await deliver('D2', rows)).body).toMatchObject({ recorded: 0, duplicates: 2, refused: 0 });
  expect((await deliver('D3', rows)).body).toMatchObject({ recorded: 0, duplicates: 2, refused: 0 });
  expect(await running.recorded()).toBe(head);
  const { body } = await benefits.get<{ results: unknown }>('/watermerken');
  expect(body.results).toContainEqual({ system: 'GWS4ALL', completeThrough: '2008-10-01' });
});

test('the same delivery through a later day records what is new of it, and then the source is complete through that day', async () => {
  const deliver = (completeThrough: string, rows: readonly object[]) =>
    benefits.post<Report>('/leveringen', { deliveryId: 'D-LATER', system: 'GWS4ALL', completeThrough, rows });
  const rows = [granted('B7', { source: { ref: 'r-7' } }), granted('B8', { source: { ref: 'r-8' } })];
  await deliver('2008-10-02', rows.slice(0, 1));
  const later = await deliver('2008-10-03', rows);
  expect(later.status).toBe(202);
  expect(later.body).toMatchObject({ recorded: 1, duplicates: 1, watermark: 'RECORDED' });
  const { body } = await benefits.get<{ results: unknown }>('/watermerken');
  expect(body.results).toContainEqual({ system: 'GWS4ALL', completeThrough: '2008-10-03' });
});

const aheadOf = (place: string) => ({
  status: 400,
  body: { code: 'INVALID_PERIOD', errors: [{ in: place, pointer: '/completeThrough', code: 'INVALID_PERIOD' }] },
});

test('a source is not complete through a day to come: refused before any row is recorded, beforehand as well', async () => {
  const head = await running.recorded();
  const delivery = { deliveryId: 'D-AHEAD', system: 'GWS4ALL', completeThrough: '2008-10-11' };
  const csv = `type;bsn;benefitId;kind;validFrom\nBenefitGranted;${BSNS[0]};B-AHEAD;BIJSTAND;01-06-2009\n`;
  for (const path of ['/leveringen', '/leveringen/_controleer']) {
    const json = await benefits.post(path, { ...delivery, rows: [granted('B-AHEAD')] });
    expect(json).toMatchObject(aheadOf('body'));
    const cells = await benefits.post(`${path}?${new URLSearchParams(delivery)}`, csv, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(cells).toMatchObject(aheadOf('query'));
  }
  const alone = await benefits.post('/watermerken', { system: 'GWS4ALL', completeThrough: '2008-10-11' });
  expect(alone).toMatchObject(aheadOf('body'));
  expect(await running.recorded()).toBe(head);
});

test('CSV as people make it: semicolons, quotes, days as dd-mm-jjjj, a byte order mark', async () => {
  const lines = [
    '\uFEFFtype;bsn;benefitId;kind;validFrom;cause;percent;source.ref;jobId',
    `BenefitGranted;${BSNS[0]};B10;BIJSTAND;01-07-2009;;;"c;1";`,
    `BenefitReduced;${BSNS[0]};B10;;15-07-2009;SANCTION;100;c-2;`,
    `BenefitReduced;${BSNS[0]};B10;;15-07-2009;SANCTION;veel;c-3;`,
    '',
  ];
  const answer = await benefits.post<Report>('/leveringen?deliveryId=D4&system=GWS4ALL', lines.join('\r\n'), {
    headers: { 'content-type': 'text/csv' },
  });
  expect(answer.status).toBe(202);
  expect(answer.body.rows).toMatchObject([
    { row: 1, status: 'REFUSED', errors: [{ pointer: '/rows/0/source/ref' }] },
    { row: 2, status: 'REFUSED', code: 'UNKNOWN_REFERENCE' },
    { row: 3, status: 'REFUSED', errors: [{ pointer: '/rows/2/percent' }] },
  ]);
  const mended = lines.join('\n').replace('"c;1"', '"c-1"');
  const again = await benefits.post<Report>('/leveringen?deliveryId=D5&system=GWS4ALL', mended, {
    headers: { 'content-type': 'text/csv' },
  });
  expect(again.body.rows.map(({ status }) => status)).toEqual(['RECORDED', 'RECORDED', 'REFUSED']);
});

test('a provider delivers its services and its claims', async () => {
  const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  const rows = [
    { type: 'ServiceDelivered', dossierRef: file, trajectId: 'T-SAGENN', kind: 'TRAINING', validFrom: '2008-06-01' },
    { type: 'SubmitClaim', dossierRef: file, contractId: 'K-SAGENN', trajectId: 'T-SAGENN', jobId: 'J1' },
    { type: 'SubmitClaim', dossierRef: file, contractId: 'K-SAGENN', trajectId: 'T-SAGENN', jobId: 'J1' },
  ];
  const answer = await provider.post<Report>('/leveringen', { deliveryId: 'P1', system: 'PROVIDER_API', rows });
  expect(answer.body.rows).toMatchObject([
    { status: 'RECORDED' },
    { status: 'RECORDED' },
    {
      status: 'REFUSED',
      code: 'DUPLICATE_SUBMISSION',
      errors: [
        {
          pointer: '/rows/2',
          code: 'DUPLICATE_SUBMISSION',
          message: expect.stringContaining('al ingediend') as string,
        },
      ],
    },
  ]);
});

test('a refused row tells where and why in the language of who delivers, also what no schema sees', async () => {
  const row = { type: 'BenefitGranted', bsn: BSNS[0], kind: 'BIJSTAND', validFrom: '2009-08-01' };
  const named = { ...row, benefitId: 'B20', source: { system: 'GWS4ALL', ref: 'w-1' } };
  const rows = [named, { ...named, benefitId: 'B21' }, { ...row, benefitId: 'B20', validFrom: '2009-08-02' }];
  const { body } = await benefits.post<Report>(
    '/leveringen',
    { deliveryId: 'D20', system: 'GWS4ALL', rows },
    { headers: { 'accept-language': 'en' } },
  );
  const words = expect.stringMatching(/^[A-Z].* /) as string;
  expect(body.rows).toMatchObject([
    { status: 'RECORDED', errors: [] },
    { code: 'SOURCE_REF_REUSED', errors: [{ in: 'body', pointer: '/rows/1/source/ref', message: words }] },
    { code: 'ID_REUSED', errors: [{ in: 'body', pointer: '/rows/2', message: words }] },
  ]);
});

test('a file that is no delivery is refused as a whole', async () => {
  const csv = { headers: { 'content-type': 'text/csv' } };
  expect((await benefits.post('/leveringen?deliveryId=D6&system=GWS4ALL', 'a;b\n"never closed', csv)).status).toBe(400);
  expect(await benefits.post('/leveringen', 'type;bsn\nX;1', csv)).toMatchObject({
    status: 400,
    body: {
      errors: [
        { in: 'query', pointer: '/deliveryId' },
        { in: 'query', pointer: '/system' },
      ],
    },
  });
  expect((await benefits.post('/leveringen', { deliveryId: 'D7', system: 'GWS4ALL', rows: [] })).status).toBe(400);
  expect(
    (await (await running.as('OFFICER')).post('/leveringen', { deliveryId: 'D7', system: 'GWS4ALL', rows: [{}] }))
      .status,
  ).toBe(403);
});

test('what a delivery would do is told row by row beforehand, and nothing is recorded, not even who somebody is', async () => {
  const before = await running.recorded();
  const ended = { type: 'BenefitStopped', benefitId: 'R1', reason: 'MOVED', validFrom: '2009-06-02', dossierRef: file };
  const rows = [
    granted('R1'),
    ended,
    granted('R1', { validFrom: '2009-02-30' }),
    granted('R2', { bsn: BSNS[4] }),
    { ...ended, benefitId: 'NONE' },
  ];
  const body = { deliveryId: 'D-REHEARSED', system: 'GWS4ALL', completeThrough: '2008-10-01', rows };
  const rehearsed = await benefits.post<Report>('/leveringen/_controleer', body);
  expect(rehearsed.status).toBe(200);
  expect(rehearsed.body).toMatchObject({ recorded: 2, duplicates: 0, refused: 3, watermark: 'WITHHELD' });
  expect(await running.recorded()).toBe(before);
  const real = await benefits.post<Report>('/leveringen', body);
  const told = ({ rows: all }: Report) => all.map(({ row, status, code, errors }) => [row, status, code, errors]);
  expect(told(rehearsed.body)).toEqual(told(real.body));
  const again = await benefits.post<Report>('/leveringen/_controleer', body);
  expect(again.body).toMatchObject({ recorded: 0, duplicates: 2, refused: 3 });
});

test('a provider rehearses claims of persons nobody knows, who stay unknown; a list of cells is rehearsed as well', async () => {
  const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  const claim = {
    type: 'SubmitClaim',
    bsn: BSNS[5],
    contractId: 'K-SAGENN',
    jobId: 'J1',
    assertedOutflowOn: '2008-09-01',
  };
  const rows = [claim, { ...claim, bsn: '123456789' }];
  const answer = await provider.post<Report>('/leveringen/_controleer', {
    deliveryId: 'C1',
    system: 'PROVIDER_API',
    rows,
  });
  expect(answer.body.rows.map(({ status }) => status)).toEqual(['RECORDED', 'REFUSED']);
  const { identities } = running.app.services;
  expect(identities.personRefOf('0000', BSNS[5])).toBeUndefined();
  const csv = `type;bsn;benefitId;kind;validFrom\nBenefitGranted;${BSNS[0]};C-1;BIJSTAND;01-06-2009\n`;
  const cells = await running.app.http.inject({
    method: 'POST',
    url: '/v1/leveringen/_controleer?deliveryId=C2&system=GWS4ALL',
    headers: { authorization: `Bearer ${benefits.token}`, 'content-type': 'text/csv' },
    payload: csv,
  });
  expect(cells.json<Report>()).toMatchObject({ recorded: 1, refused: 0 });
  expect(
    (await (await running.as('OFFICER')).post('/leveringen/_controleer', { deliveryId: 'C3', system: 'SUITE', rows }))
      .status,
  ).toBe(403);
});

/** What is said of the rows of a delivery, beforehand and when it is delivered. */
const wordsFor = async (caller: Caller, rows: readonly object[], language?: string) => {
  const headers = language === undefined ? {} : { 'accept-language': language };
  const body = { deliveryId: 'D-WORDS', system: 'GWS4ALL', rows };
  const answers = [];
  for (const path of ['/leveringen/_controleer', '/leveringen'])
    answers.push((await caller.post<Report>(path, body, { headers })).body.rows);
  const [rehearsed = [], recorded = []] = answers.map((all) => all.flatMap(({ errors }) => errors));
  return { rehearsed: rehearsed.map(({ message }) => message), recorded: recorded.map(({ message }) => message) };
};

test('what is wrong with a row is told in the language asked for, Dutch if none was, beforehand as well', async () => {
  const rows = [
    granted('W1', { bsn: BSNS[3] }),
    granted('W2', { dossierRef: file }),
    { type: 'BenefitStopped', benefitId: 'NONE', reason: 'MOVED', validFrom: '2009-06-01', dossierRef: file },
    { type: 'PaymentStatus', endToEndId: 'X', status: 'SETTLED', on: '2008-10-01' },
  ];
  const english = await wordsFor(benefits, rows, 'en');
  expect(english.recorded).toEqual([
    'Not found.',
    'Name either dossierRef or bsn',
    sentence('UNKNOWN_REFERENCE', 'en'),
    sentence('ROLE_MAY_NOT_RECORD', 'en'),
  ]);
  expect(english.rehearsed).toEqual(english.recorded);
  const dutch = await wordsFor(benefits, rows);
  expect(dutch.recorded).toEqual([
    'Niet gevonden.',
    'Noem dossierRef of bsn, één van beide',
    sentence('UNKNOWN_REFERENCE', 'nl'),
    sentence('ROLE_MAY_NOT_RECORD', 'nl'),
  ]);
  expect(dutch.rehearsed).toEqual(dutch.recorded);
  const payment = { ...rows[3], endToEndId: `${'z'.repeat(13)}a01` };
  const finance = await running.as('FINANCE');
  expect(await wordsFor(finance, [payment], 'en')).toEqual({
    rehearsed: ['Payments are not rehearsed'],
    recorded: ['There is no such order.'],
  });
  expect(await wordsFor(finance, [payment])).toEqual({
    rehearsed: ['Betalingen worden niet vooraf gecontroleerd'],
    recorded: ['Deze opdracht is niet bekend.'],
  });
});
