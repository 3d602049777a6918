import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { API_ENVIRONMENT, readSettings } from '../../apps/api/src/shell/settings.js';
import { readBrokers, readWorkerSettings, WORKER_ENVIRONMENT } from '../../apps/worker/src/settings.js';

interface Service {
  readonly image: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const text = readFileSync('deploy/compose.yaml', 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const example = Object.fromEntries(
  [...readFileSync('deploy/example.env', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);

/** As compose fills in `${NAME:?}` and `${NAME:-default}` from the file of the municipality. */
const filledIn = (value: string | number): string =>
  String(value).replaceAll(
    /\$\{([A-Z_]+)(?::[?-]([^}]*))?\}/g,
    (_, name: string, other = '') => example[name] || other,
  );
const environmentOf = (service: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(services[service]?.environment ?? {}).map(([name, value]) => [name, filledIn(value)]),
  );
const OURS = ['api', 'worker', 'topics'];

test('every image is pinned to a version, and every service that stays says how it is', () => {
  for (const [name, { image, healthcheck }] of Object.entries(services)) {
    expect([name, image]).toEqual([
      name,
      expect.stringMatching(OURS.includes(name) ? /^uitkomst:local$/ : /:\d+\.\d+/),
    ]);
    expect([name, healthcheck !== undefined]).toEqual([name, name !== 'topics']);
  }
  const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
  for (const [, image = ''] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/^node:\d+\.\d+\.\d+-/);
  expect(dockerfile).toMatch(/^USER node$/m);
});

test('the image is built once, for the API, and the other services take that one', () => {
  expect(OURS.filter((name) => services[name]?.build !== undefined)).toEqual(['api']);
  expect(new Set(OURS.map((name) => services[name]?.image))).toEqual(new Set(['uitkomst:local']));
});

test('what keeps data keeps it in a volume, and every volume is used', () => {
  const used = Object.values(services).flatMap(({ volumes: mounted = [] }) =>
    mounted.map((mount) => mount.split(':')[0]),
  );
  expect(new Set(used)).toEqual(new Set(Object.keys(volumes)));
  for (const name of ['eventstore', 'postgres', 'kafka', 'api', 'worker'])
    expect([name, services[name]?.volumes?.length ?? 0]).not.toEqual([name, 0]);
});

test('every service has time to stop, keeps no log for ever, and comes back by itself', () => {
  for (const [name, { restart, stop_grace_period: grace = '', logging }] of Object.entries(services)) {
    expect([name, restart]).toEqual([name, name === 'topics' ? 'on-failure:10' : 'unless-stopped']);
    expect([name, parseInt(grace, 10) >= 30, logging?.options?.['max-size']]).toEqual([name, true, '20m']);
  }
});

test('PostgreSQL is well once it answers by the network, not while it is still being made', () => {
  expect(services['postgres']?.healthcheck?.test.join(' ')).toMatch(/^CMD-SHELL pg_isready --host 127\.0\.0\.1 /);
});

test('the file with the passwords of a municipality is no part of the sources', () => {
  expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('deploy/municipality.env');
});

test('services wait for those they need, and only the API is published, on loopback', () => {
  expect(services['worker']?.depends_on).toEqual({
    eventstore: { condition: 'service_healthy' },
    postgres: { condition: 'service_healthy' },
    topics: { condition: 'service_completed_successfully' },
  });
  for (const { depends_on: needs = {} } of Object.values(services))
    for (const name of Object.keys(needs)) expect(Object.keys(services)).toContain(name);
  expect(Object.entries(services).filter(([, { ports }]) => ports)).toHaveLength(1);
  expect(services['api']?.ports?.map(filledIn)).toEqual(['127.0.0.1:3000:3000']);
});

test('the settings of API, worker and topics are ones the programs take, and nothing in them is misspelt', () => {
  const api = readSettings(environmentOf('api'));
  expect(api).toMatchObject({ production: true, processes: 'worker', port: 3000, kafka: { oin: example['OIN'] } });
  const worker = readWorkerSettings(environmentOf('worker'));
  expect([worker.ledgerUrl, worker.readsUrl]).toEqual([api.ledgerUrl, api.readsUrl]);
  expect(readBrokers(environmentOf('topics')).brokers).toEqual(['kafka:9092']);
  const known = new Set(
    [...readFileSync('deploy/README.md', 'utf8').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name),
  );
  for (const name of Object.keys(environmentOf('api'))) expect([name, known.has(name)]).toEqual([name, true]);
});

/** What a container has no choice in: where it listens, what is in the image or the volume, and what production does not do. */
const FIXED = [
  'PORT',
  'SEAL_FOLDER',
  'ERASURE_REGISTER',
  'KAFKA_KEYS_FILE',
  'OIDC_JWKS_FILE',
  'WEB_FOLDER',
  'DEMONSTRATION',
];

/** Read by Node itself before either program: authorities of the municipality's own. */
const OF_NODE = ['NODE_EXTRA_CA_CERTS'];

test('every setting the programs know reaches them, also those a municipality may leave out', () => {
  const ours = [...Object.keys(API_ENVIRONMENT.shape), ...Object.keys(WORKER_ENVIRONMENT.shape)];
  const known = new Set([...ours, ...OF_NODE]);
  for (const name of ['api', 'worker']) expect(new Set([...Object.keys(environmentOf(name)), ...FIXED])).toEqual(known);
  const debtor = { DEBTOR_NAME: 'Gemeente Haarlem', DEBTOR_IBAN: 'NL91ABNA0417164300' };
  expect(readSettings(environmentOf('api')).debtor).toBeUndefined();
  expect(readSettings({ ...environmentOf('api'), ...debtor }).debtor?.name).toBe(debtor.DEBTOR_NAME);
});

test('the README of operators names every setting in its table', () => {
  const table = readFileSync('deploy/README.md', 'utf8').split('## The data folder')[0] ?? '';
  for (const name of [...Object.keys(API_ENVIRONMENT.shape), ...OF_NODE]) expect(table).toContain(`\`${name}\``);
});

test('the file of the municipality has exactly what compose asks for', () => {
  const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  expect(new Set(Object.keys(example))).toEqual(new Set(asked));
});

test('the programs the images start are there once built', () => {
  for (const name of OURS) {
    const [node, main = ''] = services[name]?.command ?? [];
    expect([node, existsSync(main.replace(/^dist\//, '').replace(/\.js$/, '.ts'))]).toEqual(['node', true]);
  }
});
