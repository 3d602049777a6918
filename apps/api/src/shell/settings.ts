import { join } from 'node:path';
import { z } from 'zod';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  UITKOMST_DATA: z.string().min(1).default('./data'),
  DEMONSTRATION: z.enum(['on', 'off']).optional(),
  LEDGER_URL: z
    .string()
    .regex(/^(sqlite|memory|postgres|postgresql):/, 'must start with sqlite:, memory: or postgres:')
    .optional(),
  READS_URL: z
    .string()
    .regex(/^(sqlite|memory):/, 'must start with sqlite: or memory:')
    .optional(),
  MUNICIPALITY: z
    .string()
    .regex(/^\d{4}$/, 'must be the four digits of the CBS code')
    .optional(),
  QUIET_PERIOD_DAYS: z.coerce.number().int().min(0).max(365).default(5),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  OIDC_JWKS_URL: z.url().optional(),
  OIDC_JWKS_FILE: z.string().min(1).optional(),
});

type Given = Readonly<Record<string, string>>;

/** What is wrong with settings together, whatever is wrong with each of them. */
function relations(given: Given): readonly string[] {
  const production = given['NODE_ENV'] === 'production';
  const keys = ['OIDC_JWKS_URL', 'OIDC_JWKS_FILE'].filter((name) => given[name] !== undefined);
  const rules: readonly (readonly [boolean, string])[] = [
    [production && !given['OIDC_ISSUER'], 'OIDC_ISSUER: is needed in production: there is no built-in issuer'],
    [
      !given['OIDC_ISSUER'] && !LOOPBACK.has(given['HOST'] ?? '127.0.0.1'),
      'HOST: must be loopback with the built-in issuer; else name OIDC_ISSUER',
    ],
    [Boolean(given['OIDC_ISSUER']) && !given['OIDC_AUDIENCE'], 'OIDC_AUDIENCE: is needed with OIDC_ISSUER'],
    [Boolean(given['OIDC_ISSUER']) && keys.length !== 1, 'OIDC_JWKS_URL: name one of OIDC_JWKS_URL and OIDC_JWKS_FILE'],
    [production && !given['MUNICIPALITY'], 'MUNICIPALITY: is needed in production'],
    [production && given['DEMONSTRATION'] === 'on', 'DEMONSTRATION: is never part of production'],
    [
      production && given['LEDGER_URL']?.startsWith('memory:') === true,
      'LEDGER_URL: memory: keeps nothing and does not run in production',
    ],
  ];
  return rules.flatMap(([broken, fault]) => (broken ? [fault] : []));
}

/** Where tokens come from: an issuer of the organisation, or the one built in for development. */
export type Issuer =
  | { readonly kind: 'development' }
  | {
      readonly kind: 'oidc';
      readonly issuer: string;
      readonly audience: string;
      readonly jwks: { readonly url: string } | { readonly file: string };
    };

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  /** Whether the demonstration municipality is opened: where nothing says which municipality this is. */
  readonly demonstration: boolean;
  readonly dataFolder: string;
  readonly ledgerUrl: string;
  /** Where read models are kept: by default a file in the data folder, or in memory beside a ledger in memory. */
  readonly readsUrl: string;
  /** CBS code of the municipality whose ledger this is; the demonstration's when none is named. */
  readonly municipality: string;
  /** Days a negative determination must have stood before its notice may be released. */
  readonly quietPeriodDays: number;
  readonly requestsPerMinute: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly issuer: Issuer;
}

/** A municipality that does not exist: the demonstration's and the tests'. */
export const DEMONSTRATION_MUNICIPALITY = '0000';

export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** Reads the environment; whatever is wrong with it is told at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: Given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
  const parsed = Environment.safeParse(given);
  const single = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const faults = [...single, ...relations(given)];
  if (!parsed.success || faults.length > 0)
    throw new SettingsRefused(`The settings are not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const env = parsed.data;
  const demonstration = showsDemonstration(env);
  const dataFolder = demonstration ? join(env.UITKOMST_DATA, 'demonstration') : env.UITKOMST_DATA;
  return {
    port: env.PORT,
    host: env.HOST,
    production: env.NODE_ENV === 'production',
    demonstration,
    dataFolder,
    ledgerUrl: env.LEDGER_URL ?? `sqlite:${join(dataFolder, 'ledger.db')}`,
    readsUrl: env.READS_URL ?? (env.LEDGER_URL === 'memory:' ? 'memory:' : `sqlite:${join(dataFolder, 'reads.db')}`),
    municipality: env.MUNICIPALITY ?? DEMONSTRATION_MUNICIPALITY,
    quietPeriodDays: env.QUIET_PERIOD_DAYS,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    logLevel: env.LOG_LEVEL,
    issuer: issuerOf(env),
  };
}

/** Without any configuration the demonstration opens, in a folder of its own; tests and real set-ups say what they are. */
function showsDemonstration(env: z.infer<typeof Environment>): boolean {
  if (env.DEMONSTRATION !== undefined) return env.DEMONSTRATION === 'on';
  const configured = [env.MUNICIPALITY, env.LEDGER_URL, env.OIDC_ISSUER].some((value) => value !== undefined);
  return env.NODE_ENV === 'development' && !configured;
}

function issuerOf(env: z.infer<typeof Environment>): Issuer {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: url, OIDC_JWKS_FILE: file } = env;
  if (issuer === undefined || audience === undefined) return { kind: 'development' };
  return { kind: 'oidc', issuer, audience, jwks: url === undefined ? { file: file ?? '' } : { url } };
}
