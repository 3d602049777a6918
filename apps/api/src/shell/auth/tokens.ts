import { readFileSync } from 'node:fs';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Issuer } from '../settings.js';
import { Problem } from '../http/problem.js';
import { IssuerUnavailable, keysAt } from './issuer-keys.js';
import { keySetIn } from './key-set.js';
import { principalOf, type Principal } from './principal.js';

/** Who may sign and for whom: fixed, so that a token of elsewhere is worth nothing here. */
export interface Trust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Asymmetric only: `none` and shared secrets are refused before the signature is looked at. */
const ALGORITHMS = ['ES256', 'PS256'];
const CLOCK_TOLERANCE = '5s';

/** Turns the Authorization header into who signed in. */
export class Tokens {
  constructor(
    private readonly trust: Trust,
    private readonly municipality: string,
  ) {}

  /** Undefined without a header; a token that is not right is 401, never "nobody". */
  async principalOf(authorization: string | undefined): Promise<Principal | undefined> {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw refused();
    const claims = await this.claimsOf(token);
    const principal = principalOf(claims);
    if (principal === undefined) throw refused();
    if (principal.municipality !== this.municipality) throw new Problem('geen-toegang');
    return principal;
  }

  /** Who a token kept in a session is of; undefined where it no longer says so. */
  async principalIn(token: string): Promise<Principal | undefined> {
    try {
      return await this.principalOf(`Bearer ${token}`);
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  private async claimsOf(token: string): Promise<unknown> {
    const { issuer, audience, keys } = this.trust;
    try {
      const options = {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp'],
      };
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (error instanceof IssuerUnavailable) throw error;
      throw refused(); // Which check failed is of use to a forger only.
    }
  }
}

const refused = (): Problem =>
  new Problem('niet-aangemeld', { detail: { nl: 'Het token is niet geldig.', en: 'The token is not valid.' } });

/** The trust a configured issuer deserves. */
export function trustIn(issuer: Extract<Issuer, { kind: 'oidc' }>): Trust {
  const keys = 'url' in issuer.jwks ? keysAt(issuer.jwks.url) : keySetIn(readFileSync(issuer.jwks.file, 'utf8'));
  return { issuer: issuer.issuer, audience: issuer.audience, keys };
}
