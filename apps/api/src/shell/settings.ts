import { isValidIBAN } from 'ibantools';
import { join } from 'node:path';
import {
  DEMONSTRATION_MUNICIPALITY,
  NODE_ENVIRONMENT,
  nodeRelations,
  nodeSettings,
  placeRelation,
  readEnvironment,
  wholeNumber,
  type Debtor,
  type Given,
  type NodeSettings,
  type Relation,
} from '@uitkomst/processes';
import { z } from 'zod';
import { keySetFault } from './auth/key-set.js';
import { SIGN_IN_ENVIRONMENT, browserSignIn, signInRelations, type BrowserSignIn } from './session/sign-in-settings.js';
import { staffFault } from './staff.js';

const ofTheWeb = z.url({ protocol: /^https?$/, error: 'must be an address: https://…' });
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** The environment of the API: every setting it knows. */
export const API_ENVIRONMENT = z.object({
  ...NODE_ENVIRONMENT.shape,
  ...SIGN_IN_ENVIRONMENT.shape,
  PORT: wholeNumber(0, 65_535).default(3000).describe('where it listens; 0 takes one that is free'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('the address it listens on; only loopback with the development issuer'),
  DEMONSTRATION: z
    .enum(['on', 'off'])
    .optional()
    .describe('whether the demonstration opens; never in production, else where nothing is configured'),
  SEAL_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('what signs the ledger, the same for all API processes on it; else seal in the data folder'),
  STAFF_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('a JSON list of staff: the desk warns where nobody uninvolved is left'),
  REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000)
    .default(600)
    .describe('how many requests a person or machine may make in a minute'),
  MUNICIPALITY_NAME: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('its name on every page and in letters; else letters say gemeente and the code'),
  DEBTOR_NAME: z
    .string()
    .min(1)
    .max(140)
    .optional()
    .describe('with DEBTOR_IBAN: whose account payment files debit; without them production makes none'),
  DEBTOR_IBAN: z.string().refine(isValidIBAN, 'must be an IBAN without spaces').optional().describe('see DEBTOR_NAME'),
  OIDC_ISSUER: ofTheWeb.optional().describe('who signs tokens; without it the development issuer, on loopback only'),
  OIDC_AUDIENCE: z.string().min(1).optional().describe('for whom tokens must be; needed with OIDC_ISSUER'),
  OIDC_JWKS_URL: ofTheWeb.optional().describe('where the public keys of the issuer are'),
  OIDC_JWKS_FILE: z.string().min(1).optional().describe('a file with those keys, in the place of OIDC_JWKS_URL'),
  WEB_FOLDER: z.string().min(1).optional().describe('the built pages; else those built with this program'),
});

/** What is wrong with settings together, whatever is wrong with each of them. */
function relations(given: Given): readonly Relation[] {
  const production = given['NODE_ENV'] === 'production';
  const plain = (name: string): boolean => production && isPlain(given[name]);
  const keys = ['OIDC_JWKS_URL', 'OIDC_JWKS_FILE'].filter((name) => given[name] !== undefined);
  return [
    [production && !given['OIDC_ISSUER'], 'OIDC_ISSUER: is needed in production: there is no built-in issuer'],
    [
      !given['OIDC_ISSUER'] && !LOOPBACK.has(given['HOST'] ?? '127.0.0.1'),
      'HOST: must be loopback with the built-in issuer; else name OIDC_ISSUER',
    ],
    [Boolean(given['OIDC_ISSUER']) && !given['OIDC_AUDIENCE'], 'OIDC_AUDIENCE: is needed with OIDC_ISSUER'],
    [Boolean(given['OIDC_ISSUER']) && keys.length !== 1, 'OIDC_JWKS_URL: name one of OIDC_JWKS_URL and OIDC_JWKS_FILE'],
    [
      Boolean(given['DEBTOR_NAME']) !== Boolean(given['DEBTOR_IBAN']),
      'DEBTOR_IBAN: name both DEBTOR_NAME and DEBTOR_IBAN, or neither: then no payment file is made',
    ],
    [plain('OIDC_ISSUER'), 'OIDC_ISSUER: must be https in production'],
    [
      plain('OIDC_JWKS_URL'),
      'OIDC_JWKS_URL: must be https in production: whoever is in between could name keys of their own',
    ],
    [production && given['DEMONSTRATION'] === 'on', 'DEMONSTRATION: is never part of production'],
    ...signInRelations(given),
    ...nodeRelations(given, { shared: given['PROCESSES'] === 'worker' }),
    placeRelation({ name: 'SEAL_FOLDER', path: given['SEAL_FOLDER'], kind: 'folder' }),
    placeRelation({ name: 'WEB_FOLDER', path: given['WEB_FOLDER'], kind: 'shown folder' }),
    placeRelation({ name: 'STAFF_FILE', path: given['STAFF_FILE'], kind: 'file', fault: staffFault }),
    placeRelation({ name: 'OIDC_JWKS_FILE', path: given['OIDC_JWKS_FILE'], kind: 'file', fault: keySetFault }),
  ];
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

export interface Settings extends NodeSettings {
  readonly port: number;
  readonly host: string;
  /** Whether the demonstration municipality is opened: where nothing says which municipality this is. */
  readonly demonstration: boolean;
  readonly requestsPerMinute: number;
  /** How the municipality calls itself in letters. */
  readonly municipalityName?: string;
  /** Whose account payment files debit; absent where none is named: then none is made. */
  readonly debtor?: Debtor;
  /** Keys that sign the ledger, and the last checkpoint: shared by all processes that seal one ledger. */
  readonly sealFolder: string;
  /** List of staff, so that the desk can say when nobody is left who may act. */
  readonly staffFile?: string;
  readonly issuer: Issuer;
  /** Absent where people do not sign in at the issuer. */
  readonly signIn?: BrowserSignIn;
  /** Whether browsers reach this by https: then their cookies go no other way. */
  readonly secure: boolean;
  /** Where the built pages are; where there are none, only the API is served. */
  readonly webFolder: string;
}

/** Reads the environment; whatever is wrong with it is told at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const env = readEnvironment(environment, API_ENVIRONMENT, relations);
  const demonstration = showsDemonstration(env);
  const node = nodeSettings(env, demonstration ? join(env.UITKOMST_DATA, 'demonstration') : env.UITKOMST_DATA);
  const signIn = browserSignIn(env);
  return {
    ...node,
    port: env.PORT,
    host: env.HOST,
    demonstration,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    sealFolder: env.SEAL_FOLDER ?? join(node.dataFolder, 'seal'),
    ...(env.STAFF_FILE !== undefined && { staffFile: env.STAFF_FILE }),
    issuer: issuerOf(env),
    secure: env.NODE_ENV === 'production' || env.PUBLIC_URL?.startsWith('https:') === true,
    webFolder: env.WEB_FOLDER ?? builtPages(),
    ...(signIn !== undefined && { signIn }),
    ...nameOf(env),
    ...debtorOf(env),
  };
}

/** The web build beside this program, or, from its sources, the one last built. */
/** Sent where others may be in between; what stays on this machine may be plain. */
const isPlain = (address = ''): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'http:' && !LOOPBACK.has(new URL(address).hostname);

const builtPages = (): string => {
  const above = new URL('../../../../', import.meta.url).pathname;
  return join(above, above.endsWith('/dist/') ? 'apps/web' : 'dist/apps/web');
};

/** Without any configuration the demonstration opens, in a folder of its own; tests and real set-ups say what they are. */
function showsDemonstration(env: z.infer<typeof API_ENVIRONMENT>): boolean {
  if (env.DEMONSTRATION !== undefined) return env.DEMONSTRATION === 'on';
  const configured = [env.MUNICIPALITY, env.LEDGER_URL, env.OIDC_ISSUER].some((value) => value !== undefined);
  return env.NODE_ENV === 'development' && !configured;
}

function issuerOf(env: z.infer<typeof API_ENVIRONMENT>): Issuer {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: url, OIDC_JWKS_FILE: file } = env;
  if (issuer === undefined || audience === undefined) return { kind: 'development' };
  return { kind: 'oidc', issuer, audience, jwks: url === undefined ? { file: file ?? '' } : { url } };
}

/** The demonstration's municipality does not exist, and so has a name that is none's. */
function nameOf({
  MUNICIPALITY_NAME: name,
  MUNICIPALITY: code = DEMONSTRATION_MUNICIPALITY,
}: z.infer<typeof API_ENVIRONMENT>) {
  if (name !== undefined) return { municipalityName: name };
  return code === DEMONSTRATION_MUNICIPALITY ? { municipalityName: 'Voorbeeldstad' } : {};
}

/** Nobody is paid from the example account of the demonstration and the tests. */
const EXAMPLE: Debtor = { name: 'Gemeente Voorbeeld', iban: 'NL91ABNA0417164300' };

function debtorOf(env: z.infer<typeof API_ENVIRONMENT>): { readonly debtor?: Debtor } {
  const { DEBTOR_NAME: name, DEBTOR_IBAN: iban, NODE_ENV } = env;
  if (name !== undefined && iban !== undefined) return { debtor: { name, iban } };
  return NODE_ENV === 'production' ? {} : { debtor: EXAMPLE };
}

/** The settings name one municipality; another on the same ledger goes by its code. */
export const municipalityNameIn = (
  { municipality, municipalityName }: Pick<Settings, 'municipality' | 'municipalityName'>,
  code: string,
): string | undefined => (municipality === code ? municipalityName : undefined);
