import { Browser } from './browser.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, clientWithJob, must, setOut, storyClock } from './story.js';

interface Made {
  readonly dossierRef: string;
  readonly code: string;
  readonly endsAt: string;
}
interface Fault {
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let manager: Caller;
let anja: string;
let wilma: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  anja = await clientWithJob(running, BSNS[0], ['SAGENN']);
  wilma = await clientWithJob(running, BSNS[1], ['SAGENN']);
  manager = await running.as('CASEMGR', { subject: 'casemanager-1' });
}, 120_000);
afterAll(() => running.stop());
beforeEach(() => clock.moveTo('2008-10-10'));

const letterTo = async (dossierRef: string): Promise<Made> =>
  must(await manager.post<Made>(`/dossiers/${dossierRef}/briefcodes/_vernieuw`, undefined), 200);
const browser = (): Browser => new Browser(() => running.app);
const typed = (code: string, one = browser()) =>
  one.ask<Fault>('/sessie/briefcode', { method: 'POST', payload: { code } });

test('a client signs in with the code of a letter and sees its own file and nobody else’s', async () => {
  const { code, endsAt } = await letterTo(anja);
  expect([code, endsAt]).toEqual([expect.stringMatching(/^(\w{5}-){4}\w{5}$/), '2008-11-24T09:00:00.000Z']);
  const one = browser();
  const answer = await typed(code.toLowerCase().replaceAll('-', ' '), one);
  expect([answer.status, answer.body]).toEqual([
    201,
    expect.objectContaining({ role: 'CLIENT', client: anja, today: '2008-10-10' }),
  ]);
  expect((await one.ask(`/v1/dossiers/${anja}`)).status).toBe(200);
  expect((await one.ask(`/v1/dossiers/${wilma}`)).status).toBe(404);
  expect((await one.ask('/v1/werkvoorraad')).status).toBe(403);
});

test('what was mistyped is said by its group and costs no try', async () => {
  const { code } = await letterTo(anja);
  const wrong = code.replace(/^(.{8})./, (_all, before: string) => `${before}${code[8] === '7' ? '8' : '7'}`);
  for (let tries = 0; tries < 6; tries += 1) {
    const { status, body } = await typed(wrong);
    expect([status, body.errors]).toEqual([
      400,
      [
        expect.objectContaining({
          pointer: '/code',
          code: 'mistyped',
          message: expect.stringContaining('Groep 2') as string,
        }),
      ],
    ]);
  }
  expect((await typed('ABC')).body.errors[0]?.code).toBe('length');
  expect((await typed(code)).status).toBe(201);
});

test('a code of nobody, one replaced, one of long ago and one of who was erased are refused alike', async () => {
  const replaced = await letterTo(wilma);
  const { code } = await letterTo(wilma);
  const told = await typed(replaced.code);
  expect(told.status).toBe(403);
  clock.moveTo('2008-11-25');
  expect((await typed(code)).body).toEqual({ ...told.body, traceId: expect.any(String) as string });
  clock.moveTo('2008-10-10');
  expect((await typed(code)).status).toBe(201);
  running.app.services.vault.forget({ municipality: '0000', personRef: wilma });
  expect((await typed(code)).status).toBe(403);
});

test('only who writes to clients makes a code; to make one is on record as a look at the file', async () => {
  for (const role of ['OFFICER', 'APPROVER2', 'FINANCE', 'AUDITOR'] as const)
    expect((await (await running.as(role)).post(`/dossiers/${anja}/briefcodes/_vernieuw`, undefined)).status).toBe(403);
  const client = await running.as('CLIENT', { client: anja });
  expect((await client.post(`/dossiers/${anja}/briefcodes/_vernieuw`, undefined)).status).toBe(403);
  expect((await manager.post('/dossiers/aaaaaaaaaaaaa/briefcodes/_vernieuw', undefined)).status).toBe(404);
  await letterTo(anja);
  const looks = await (
    await running.as('AUDITOR')
  ).get<{ results: { name: string; attributes: object }[] }>('/verwerkingen');
  expect(looks.body.results[0]).toMatchObject({
    name: 'renewLetterCode',
    attributes: { 'uitkomst.subject': 'casemanager-1', 'dpl.core.data_subject_id': anja },
  });
});

test('to make a code and to sign in with it records nothing in the ledger', async () => {
  const before = await running.recorded();
  const { code } = await letterTo(anja);
  expect((await typed(code)).status).toBe(201);
  expect(await running.recorded()).toBe(before);
});
