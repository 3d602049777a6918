import { connect, type AddressInfo } from 'node:net';
import { runApp, type Caller, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, watermarks, type ClaimBody } from './story.js';

interface Told {
  readonly event: string;
  readonly id: string;
  readonly changes: readonly { readonly resource: string; readonly id: string }[];
}

const clock = storyClock('2004-01-05');
let running: RunningApp;
let file: string;
let other: string;
let url: string;
let officer: Caller;
let provider: Caller;
let rival: Caller;
const listening: Listening[] = [];

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['SAGENN', 'AGENS']);
  clock.moveTo('2008-10-10');
  file = await clientWithJob(running, BSNS[0], ['SAGENN', 'AGENS']);
  other = await clientWithJob(running, BSNS[1], ['SAGENN']);
  officer = await running.as('OFFICER', { subject: 'officer-1' });
  provider = await running.as('PROVIDER', { organisation: 'SAGENN' });
  rival = await running.as('PROVIDER', { organisation: 'AGENS' });
  await running.app.http.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(running.app.http.getHttpServer().address() as AddressInfo).port}/v1/wijzigingen`;
});
afterEach(() => listening.splice(0).forEach((one) => one.stop()));
afterAll(() => running.stop());

/** A page that stays open, as a browser keeps it. */
class Listening {
  readonly told: Told[] = [];
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;

  static async open(token: string, lastEventId?: string): Promise<Listening> {
    const one = new Listening();
    listening.push(one);
    const answer = await fetch(url, {
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'text/event-stream',
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: one.stopping.signal,
    });
    const type = answer.headers.get('content-type');
    if (answer.status !== 200 || type !== 'text/event-stream') throw new Error(`${answer.status} ${type}`);
    void one.read(answer).catch(() => undefined);
    await one.until(({ told }) => told.some(({ event }) => event !== 'wijziging'));
    return one;
  }

  /** Waits until what was told is enough. */
  async until(enough: (one: Listening) => boolean): Promise<this> {
    while (!enough(this))
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    return this;
  }

  get changes(): readonly string[] {
    return this.told.flatMap(({ changes }) => changes.map(({ resource, id }) => `${resource} ${id}`));
  }

  stop(): void {
    this.stopping.abort();
  }

  private async read(answer: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      this.told.push(...messages.flatMap(toldIn));
      this.wake();
    }
  }
}

function toldIn(message: string): readonly Told[] {
  const fields = new Map(
    message.split('\n').map((line) => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
  );
  const data = fields.get('data');
  if (data === undefined) return [];
  return [
    { event: fields.get('event') ?? '', id: fields.get('id') ?? '', ...(JSON.parse(data) as Pick<Told, 'changes'>) },
  ];
}

test('an officer is told of every file that changes, a client of its own, and nobody what changed', async () => {
  const staff = await Listening.open(officer.token);
  const client = await Listening.open((await running.as('CLIENT', { client: file })).token);
  const { claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', other)));
  await staff.until(({ changes }) => changes.includes(`claims ${claimId}`));
  expect(staff.changes).toContain(`dossiers ${other}`);
  const manager = await running.as('CASEMGR');
  const statement = { type: 'ClientStatement', jobId: 'J1', contribution: 'ASSISTED', source: { system: 'SUITE' } };
  must(await manager.post(`/dossiers/${file}/feiten`, { ...statement, assurance: 'CLIENT_STATEMENT' }));
  await client.until(({ changes }) => changes.length > 0);
  expect(client.changes).toEqual([`dossiers ${file}`]);
  expect(JSON.stringify(staff.told)).not.toMatch(/Claim[A-Z]|ClientStatement|SAGENN|cents/);
});

test('a provider is told of its own claims where they read otherwise, and of nothing a rival does', async () => {
  const own = await Listening.open(provider.token);
  const another = await Listening.open(rival.token);
  const { claimId } = must(await provider.post<ClaimBody>('/claims', claimFor('SAGENN', file)));
  await own.until(({ changes }) => changes.includes(`claims ${claimId}`));
  const staff = await Listening.open(officer.token);
  const heard = own.told.length;
  const rivals = must(await rival.post<ClaimBody>('/claims', claimFor('AGENS', file))).claimId;
  await another.until(({ changes }) => changes.length > 0);
  await staff.until(({ changes }) => changes.includes(`claims ${rivals}`));
  expect(own.told).toHaveLength(heard);
  clock.moveTo('2009-04-10');
  await watermarks(running, '2009-04-09');
  const before = staff.told.length;
  const benefits = await running.as('BENEFITS');
  const fact = {
    type: 'BenefitGranted',
    benefitId: 'B9',
    kind: 'BIJSTAND',
    validFrom: '2009-03-01',
    source: { system: 'GWS4ALL' },
  };
  must(await benefits.post(`/dossiers/${file}/feiten`, { ...fact, assurance: 'AUTHORITATIVE' }));
  await staff.until(({ told }) => told.length > before);
  expect(own.changes.filter((change) => !change.startsWith('claims ') || change.endsWith(rivals))).toEqual([]);
  expect([...new Set(another.changes)]).toEqual([`claims ${rivals}`]);
});

test('whoever comes back is told what it missed; with a place nobody gave it, to read everything', async () => {
  const first = await Listening.open(officer.token);
  const place = first.told.at(-1)?.id ?? '';
  first.stop();
  const manager = await running.as('CASEMGR');
  const opened = must(
    await manager.post<{ dossierRef: string }>('/dossiers', {
      bsn: BSNS[3],
      validFrom: '2009-01-01',
      source: { system: 'GWS4ALL' },
      assurance: 'AUTHORITATIVE',
    }),
  );
  const again = await Listening.open(officer.token, place);
  expect(again.changes).toContain(`dossiers ${opened.dossierRef}`);
  expect((await Listening.open(officer.token, 'nonsense')).told.map(({ event }) => event)).toEqual(['alles']);
  const { body } = await running.app.http.inject({ url: '/v1/wijzigingen', headers: { accept: 'text/event-stream' } });
  expect(JSON.parse(body)).toMatchObject({ status: 401 });
});

const ninth = () => fetch(url, { headers: { authorization: `Bearer ${officer.token}`, accept: 'text/event-stream' } });

test('somebody has eight pages open at most; whoever closes one makes room', async () => {
  const pages: Listening[] = [];
  for (let page = 0; page < 8; page += 1) pages.push(await Listening.open(officer.token));
  const refused = await ninth();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
  pages[0]?.stop();
  for (;;) {
    const answer = await ninth();
    if (answer.status === 200) {
      await answer.body?.cancel();
      break;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
});

test('a server that stops ends the pages that are open, and does not wait for them', async () => {
  const page = await Listening.open(officer.token);
  await running.restart();
  expect(page.told).toHaveLength(1);
  await expect(
    new Promise((resolve, reject) =>
      connect(Number(new URL(url).port))
        .on('connect', resolve)
        .on('error', reject),
    ),
  ).rejects.toThrow();
});
