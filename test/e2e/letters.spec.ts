import { createHash } from 'node:crypto';
import { runApp, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let claimId: string;
/** Where the answer to its release says that it is. */
let place: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER', 'FOURSTAR']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['CALDER', 'FOURSTAR']);
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  const claimed = { ...claimFor('CALDER', file), providerReference: 'CAL-17' };
  ({ claimId } = must(await calder.post<ClaimBody>('/claims', claimed)));
  clock.moveTo('2009-04-20');
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  const { determinationId } = (await officer.get<ClaimBody>(`/claims/${claimId}`)).body;
  const letter = { subjectEventId: determinationId, letterId: 'BRIEF_1' };
  const released = await officer.post(`/claims/${claimId}/bekendmakingen`, letter);
  must(released);
  place = String(released.headers['location']);
});
afterAll(() => running.stop());

/** The letter as this provider gets it. */
async function ask(organisation: string, headers: Readonly<Record<string, string>> = {}, letterId?: string) {
  const { token } = await running.as('PROVIDER', { organisation });
  return running.app.http.inject({
    method: 'GET',
    url: letterId === undefined ? place : `/v1/claims/${claimId}/bekendmakingen/${letterId}`,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
}

test('a provider reads the letter as text, with every reason it may read and the last day to object', async () => {
  const { statusCode, headers, body } = await ask('CALDER');
  expect([statusCode, headers['content-type'], headers['content-language']]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'nl',
  ]);
  expect(body).toContain('Afwijzing van uw declaratie');
  expect(body).toMatch(/^Gemeente +Voorbeeldstad$/m);
  expect(body).toContain('CAL-17');
  expect(body).toContain('- Deze uitstroom is niet aan u toegerekend.');
  expect(body.replaceAll('\n', ' ')).toContain('tot en met 01-06-2009');
  expect(body).not.toMatch(/FOURSTAR|officer-1|123456782/);
});

test('the same letter is there as PDF/A, in English too, and its digest is that of its bytes', async () => {
  const { headers, rawPayload } = await ask('CALDER', { accept: 'application/pdf', 'accept-language': 'en' });
  expect([headers['content-type'], headers['content-language']]).toEqual(['application/pdf', 'en']);
  expect(rawPayload.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
  const digest = createHash('sha256').update(rawPayload).digest('base64');
  expect(headers['repr-digest']).toBe(`sha-256=:${digest}:`);
});

test('for a screen it comes in parts, with the same sentences', async () => {
  const { headers, body } = await ask('CALDER', { accept: 'application/json' });
  const { title, sections } = JSON.parse(body) as { title: string; sections: { points?: string[] }[] };
  expect([headers['content-type'], title]).toEqual(['application/json; charset=utf-8', 'Afwijzing van uw declaratie']);
  expect(sections.flatMap(({ points = [] }) => points)).toContain('Deze uitstroom is niet aan u toegerekend.');
});

test('asked again after more was recorded, and after a restart, it is the same letter', async () => {
  const pdf = { accept: 'application/pdf' };
  const before = [await ask('CALDER'), await ask('CALDER', pdf)].map(({ rawPayload }) => rawPayload);
  const contracts = await running.as('CONTRACTS');
  const terms = await contracts.get('/contracten/K-CALDER');
  const amendment = { objectionRegime: 'CONTRACT', validFrom: '2004-01-01' };
  const ifMatch = String(terms.headers['etag']);
  must(await contracts.post('/contracten/K-CALDER/wijzigingen', amendment, { ifMatch }));
  await running.restart();
  const after = [await ask('CALDER'), await ask('CALDER', pdf)].map(({ rawPayload }) => rawPayload);
  expect(after.every((bytes, index) => bytes.equals(before[index] ?? Buffer.of()))).toBe(true);
});

test('of the letter to another a provider does not learn that it exists', async () => {
  expect((await ask('FOURSTAR')).statusCode).toBe(404);
});

test('in any other format there is no letter', async () => {
  expect((await ask('CALDER', { accept: 'text/html' })).statusCode).toBe(406);
});

test('a letter is found by its notice too', async () => {
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  const { body } = await officer.get<{ results: { eventId: string }[] }>(`/claims/${claimId}/bekendmakingen`);
  const found = await ask('CALDER', {}, body.results[0]?.eventId);
  expect([found.statusCode, found.body]).toEqual([200, (await ask('CALDER')).body]);
  expect((await ask('CALDER', {}, 'NO_SUCH_LETTER')).statusCode).toBe(404);
});
