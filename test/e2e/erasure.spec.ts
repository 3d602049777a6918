import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, Vault, verifyBytes } from '@uitkomst/ledger';
import { createApp } from '../../apps/api/src/create-app.js';
import { readBack } from './read-back.js';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock } from './story.js';

interface List {
  readonly listId: string;
  readonly status: string;
  readonly entries: readonly {
    readonly dossierRef: string;
    readonly outcome: string;
    readonly ground: string | null;
  }[];
}
interface Identity {
  readonly identity: { readonly name: string } | null;
}
interface Words {
  readonly recordId: string;
  readonly commitment: string;
}

const NAME = 'Wilma van Staveren';
const SAID = 'Na de detachering had ik weer geen werk.';
const [ANJA, WILMA, KAREL] = BSNS;
const clock = storyClock('2004-01-05');
let running: RunningApp;
let benefits: Caller;
let approver: Caller;
let manager: Caller;
let withClaim: string;
let withoutClaim: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN']);
  clock.moveTo('2008-10-10');
  withClaim = await clientWithJob(running, ANJA, ['SAGENN']);
  withoutClaim = await clientWithJob(running, WILMA, ['SAGENN']);
  benefits = await running.as('BENEFITS', { subject: 'benefits-1' });
  approver = await running.as('APPROVER2', { subject: 'approver2-1' });
  manager = await running.as('CASEMGR', { subject: 'casemgr-1' });
  const provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  must(await provider.post('/claims', claimFor('SAGENN', withClaim)));
});
afterAll(() => running.stop());

const VAULT_FILES = ['vault.db', 'persons.db', 'person-keys.db'];
const backUp = (name: string): void => {
  const database = openSqlite(join(running.folder, name));
  database.exec(`VACUUM INTO '${join(running.folder, `${name}.old`)}'`);
  database.close();
};
const putBack = (name: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(join(running.folder, `${name}${suffix}`), { force: true });
  renameSync(join(running.folder, `${name}.old`), join(running.folder, name));
};

/** Every file of the data folder that holds a text as it is. */
const holding = (text: string, folder = running.folder): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).includes(text));

test('a name and words are kept for who works with the person, and stand in no file or event', async () => {
  must(await manager.post(`/dossiers/${withoutClaim}/persoonsgegevens`, { name: NAME, address: 'Spaarne 1' }));
  const words = must(await manager.post<Words>(`/dossiers/${withoutClaim}/woorden`, { language: 'nl', value: SAID }));
  const statement = {
    type: 'ClientStatement',
    jobId: 'J1',
    contribution: 'NONE',
    wordsCommitment: words.commitment,
    source: { system: 'GWS4ALL' },
    assurance: 'CLIENT_STATEMENT',
  };
  must(await manager.post(`/dossiers/${withoutClaim}/feiten`, statement));
  const found = await manager.get(`/dossiers/${withoutClaim}/woorden/${words.recordId}`);
  expect(found.body).toMatchObject({ words: { value: SAID } });
  expect((await manager.get<Identity>(`/dossiers/${withoutClaim}/persoonsgegevens`)).body.identity?.name).toBe(NAME);
  for (const text of [NAME, SAID, 'Spaarne', ANJA, WILMA])
    expect({ text, files: holding(text) }).toEqual({ text, files: [] });
});

test.each(['OFFICER', 'APPROVER2', 'FINANCE', 'CONTRACTS', 'REGISTRY', 'PROVIDER'] as const)(
  'a name is not for %s',
  async (role) => {
    const { status } = await (await running.as(role)).get(`/dossiers/${withoutClaim}/persoonsgegevens`);
    expect(status).toBe(403);
  },
);

test('a client reads its own name and words, and nothing of another', async () => {
  const client = await running.as('CLIENT', { client: withoutClaim });
  expect((await client.get<Identity>(`/dossiers/${withoutClaim}/persoonsgegevens`)).body.identity?.name).toBe(NAME);
  expect((await client.get(`/dossiers/${withClaim}/persoonsgegevens`)).status).toBe(403);
  expect((await client.post(`/dossiers/${withClaim}/woorden`, { language: 'nl', value: SAID })).status).toBe(404);
});

test('erasing is proposed by one and decided by another; an open claim keeps a person', async () => {
  const list = must(
    await benefits.post<List>('/vernietigingslijsten', {
      dossierRefs: [withClaim, withoutClaim],
      ground: 'RETENTION_PASSED',
    }),
  );
  const url = `/vernietigingslijsten/${list.listId}/besluiten`;
  const decision = { erased: [withClaim, withoutClaim], refused: [] };
  expect((await benefits.post(url, decision, { ifMatch: '"r1"' })).status).toBe(403);
  expect((await approver.post(url, { erased: [withClaim], refused: [] }, { ifMatch: '"r1"' })).status).toBe(400);
  expect((await approver.post(url, decision, { ifMatch: '"r7"' })).status).toBe(412);
  for (const name of VAULT_FILES) backUp(name);
  const answer = await approver.post<List>(url, decision, { ifMatch: '"r1"' });
  const decided = must(answer);
  expect(await readBack(approver, answer)).toMatchObject({
    type: 'ErasureDecided',
    fields: { erased: decision.erased },
  });
  expect(decided.entries).toMatchObject([
    { dossierRef: withClaim, outcome: 'REFUSED', ground: 'CLAIM_OPEN' },
    { dossierRef: withoutClaim, outcome: 'ERASED' },
  ]);
  const lists = await benefits.get<{ readonly results: readonly List[] }>('/vernietigingslijsten');
  expect(lists.body.results).toMatchObject([{ listId: list.listId }]);
});

test('who was erased is a stranger: nothing is found, kept or recorded any more, and the proofs hold', async () => {
  const { identities, persons } = running.app.services.vault;
  expect(identities.personRefOf(running.app.services.settings.municipality, WILMA)).toBeUndefined();
  expect(
    persons.textsOf({ municipality: running.app.services.settings.municipality, personRef: withoutClaim }),
  ).toEqual([]);
  expect((await manager.get(`/dossiers/${withoutClaim}/persoonsgegevens`)).status).toBe(409);
  expect((await manager.post(`/dossiers/${withoutClaim}/woorden`, { language: 'nl', value: SAID })).status).toBe(409);
  for await (const event of running.app.services.ledger.readAll()) expect(verifyBytes(event)).toEqual([]);
});

test('what a crash left of a decided list is carried out at the next start', async () => {
  const karel = await clientWithJob(running, KAREL, ['SAGENN']);
  const { settings, ledger } = running.app.services;
  const list = must(await benefits.post<List>('/vernietigingslijsten', { dossierRefs: [karel], ground: 'REQUEST' }));
  const decided = {
    listId: list.listId,
    erased: [karel],
    refused: [],
    decider: 'approver2-1',
    decidedOn: '2008-10-10',
  };
  const actor = { id: 'approver2-1', role: 'APPROVER2', orgId: 'haarlem' } as const;
  const command = { commandId: '00000000-0000-8000-8000-000000000001', commandHash: '0'.repeat(64) };
  const event = { id: '00000000-0000-7000-8000-000000000001', type: 'ErasureDecided', payload: decided, actor };
  await ledger.append(`erasure-${settings.municipality}-${list.listId}`, 0, [{ ...event, ...command }]);
  await running.app.close();
  running = { ...running, app: await createApp({ settings, clock }) };
  const { vault, clientFiles } = running.app.services;
  for (
    let tries = 0;
    tries < 500 && !vault.erasures.has({ municipality: settings.municipality, personRef: karel });
    tries += 1
  )
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(vault.identities.personRefOf(settings.municipality, KAREL)).toBeUndefined();
  expect((await clientFiles.read(settings.municipality, karel)).state.erasedOn).toBeDefined();
});

test('a backup of the whole vault, keys included, brings nobody back, and loses nobody else', async () => {
  const { settings } = running.app.services;
  await running.app.close();
  for (const name of VAULT_FILES) putBack(name);
  const again = await createApp({ settings, clock });
  const { identities } = again.services.vault;
  expect(identities.personRefOf(settings.municipality, WILMA)).toBeUndefined();
  expect(identities.personRefOf(settings.municipality, ANJA)).toBe(withClaim);
  await again.close();
  const vault = Vault.open(settings.dataFolder, settings.erasureRegister);
  expect(vault.persons.textsOf({ municipality: settings.municipality, personRef: withoutClaim })).toEqual([]);
  vault.close();
});
