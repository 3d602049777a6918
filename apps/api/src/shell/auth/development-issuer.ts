import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@uitkomst/domain';
import { keysRead } from '@uitkomst/ledger';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Settings } from '../settings.js';
import type { Trust } from './tokens.js';

const ISSUER = 'urn:uitkomst:ontwikkeling';
const AUDIENCE = 'uitkomst';
const ALGORITHM = 'ES256';
const VALID = '12h';
const KEY_FILE = 'development-key.json';
const OWNER_ONLY = 0o600;

export interface Asked {
  readonly role: Role;
  readonly subject?: string | undefined;
  readonly organisation?: string | undefined;
  /** The client's own file, for a CLIENT. */
  readonly client?: string | undefined;
}

/** Hands out tokens of any role to whoever can reach it: it exists on loopback outside production only. */
export class DevelopmentIssuer {
  private constructor(
    private readonly key: Awaited<ReturnType<typeof importJWK>>,
    private readonly publicKey: JWK,
    private readonly municipality: string,
  ) {}

  /** Keys stay in the data folder, so that tokens outlive a restart. */
  static async open(settings: Settings): Promise<DevelopmentIssuer> {
    if (settings.production || settings.issuer.kind !== 'development')
      throw new Error('The development issuer does not run in production or beside another issuer');
    mkdirSync(settings.dataFolder, { recursive: true });
    const jwk = await keyIn(join(settings.dataFolder, KEY_FILE));
    const { d: _private, ...publicKey } = jwk;
    return new DevelopmentIssuer(await importJWK(jwk, ALGORITHM), publicKey, settings.municipality);
  }

  get trust(): Trust {
    return { issuer: ISSUER, audience: AUDIENCE, keys: createLocalJWKSet({ keys: [this.publicKey] }) };
  }

  async tokenFor({ role, subject, organisation, client }: Asked): Promise<string> {
    const claims = {
      role,
      org: organisation ?? (role === 'PROVIDER' ? 'aanbieder' : `gemeente-${this.municipality}`),
      municipality: this.municipality,
      ...(client === undefined ? {} : { client }),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(subject ?? role.toLowerCase())
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(VALID)
      .sign(this.key);
  }
}

async function keyIn(file: string): Promise<JWK> {
  if (existsSync(file)) return keysRead(file, () => JSON.parse(readFileSync(file, 'utf8')) as JWK);
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  writeFileSync(file, JSON.stringify(jwk), { mode: OWNER_ONLY });
  return jwk;
}
