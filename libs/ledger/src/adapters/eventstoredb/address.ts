import type { Credentials } from '@eventstore/db-client';
import { UnknownEngine } from '../refused/unknown-engine.js';
import { ESCAPES } from '../without-secret.js';

/** What `esdb://user:password@host:2113?ledger=name` says: where the servers are, and how this ledger uses them. */
export interface Address {
  /** For the client, without what is only ours. */
  readonly url: string;
  /** Streams of this ledger begin with it: several ledgers, and other programs, may share a cluster. */
  readonly ledger: string;
  /** The client's batch path: faster, but one failure fails everything in flight. */
  readonly batch: boolean;
  /** After so long without an answer the outcome is unknown. */
  readonly timeoutMs: number;
  /** Given with every append, because that makes the client use a call of its own for each. */
  readonly credentials: Credentials;
}

const OURS = new Set(['ledger', 'append', 'answerWithin']);
/** What the client knows, as it compares names; it passes over any other and tells the whole address, password and all. */
const THEIRS = new Set([
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'maxdiscoverattempts',
  'nodepreference',
  'throwonappendfailure',
  'tls',
  'tlscafile',
  'tlsverifycert',
  'usercertfile',
  'userkeyfile',
]);
const LEDGER = /^[a-z0-9][a-z0-9-]{0,62}$/;
const TIMEOUT_MS = 5_000;
const SIGNED_IN = /^[^:]+:\/\/([^:/@]+):([^:/@]+)@[^@]*$/;
/** A server without TLS takes no credentials; the client drops them. */
const NOBODY: Credentials = { username: 'nobody', password: 'none' };

/** Reads an address. Throws {@link UnknownEngine}, which names what is wrong and no password. */
export function addressIn(text: string): Address {
  const [where = '', query = ''] = text.replace(/^eventstoredb:/, 'esdb:').split('?', 2);
  const fields = query.split('&').filter((field) => field !== '');
  const given = new URLSearchParams(fields.filter(ours).join('&'));
  const named = fields.filter((field) => !ours(field));
  const theirs = named.some(isWithoutTls) ? named.filter((field) => !isOfCertificates(field)) : named;
  const ledger = given.get('ledger') ?? 'uitkomst';
  const append = given.get('append') ?? 'single';
  const timeoutMs = Number(given.get('answerWithin') ?? TIMEOUT_MS);
  if (!LEDGER.test(ledger)) throw new UnknownEngine('LEDGER_URL: ledger= takes small letters, digits and hyphens');
  if (!['single', 'batch'].includes(append)) throw new UnknownEngine('LEDGER_URL: append= is single or batch');
  if (!(Number.isInteger(timeoutMs) && timeoutMs > 0))
    throw new UnknownEngine('LEDGER_URL: answerWithin= takes milliseconds');
  demandKnown(theirs);
  const url = theirs.length === 0 ? where : `${where}?${theirs.join('&')}`;
  return { url, ledger, batch: append === 'batch', timeoutMs, credentials: credentialsIn(where, theirs) };
}

const ours = (field: string): boolean => OURS.has(field.split('=', 1)[0] ?? '');
const isWithoutTls = (field: string): boolean => /^tls=false$/i.test(field);
/** Much copied addresses say `tls=false&tlsVerifyCert=false`: without TLS there is nothing to verify. */
const isOfCertificates = (field: string): boolean => /^tls_?verify_?cert=/i.test(field);

function demandKnown(fields: readonly string[]): void {
  for (const field of fields) {
    const [name = '', value] = field.split('=');
    const flat = name.toLowerCase().replaceAll(/[_-]/g, '');
    if (!THEIRS.has(flat)) throw new UnknownEngine(`LEDGER_URL: there is no option ${name}=`);
    if (flat === 'tlsverifycert' && value !== 'true')
      throw new UnknownEngine(`LEDGER_URL: ${name}= is always true; name the authority you trust with tlsCAFile=`);
  }
}

function credentialsIn(where: string, fields: readonly string[]): Credentials {
  const [, username, password] = SIGNED_IN.exec(where) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: unescaped(username), password: unescaped(password) };
  if (where.includes('@')) throw new UnknownEngine(`LEDGER_URL: ${ESCAPES}`);
  if (fields.some(isWithoutTls)) return NOBODY;
  throw new UnknownEngine(
    'LEDGER_URL must name a user and password, esdb://user:password@host, unless it says tls=false',
  );
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new UnknownEngine(`LEDGER_URL: ${ESCAPES}`, { cause: error });
  }
}
