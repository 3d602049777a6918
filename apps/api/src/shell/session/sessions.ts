import { systemClock, type Clock } from '@uitkomst/ledger';
import { decodeJwt, EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { principalOf, type Principal } from '../auth/principal.js';
import type { Tokens } from '../auth/tokens.js';
import { cookieNamed, setCookie } from './cookies.js';
import type { SessionKey } from './session-key.js';

/** Who does nothing for this long has left the room. */
const IDLE_MS = 30 * 60_000;
/** Nobody works longer without signing in again. */
const LONGEST_MS = 12 * 60 * 60_000;
/** Browsers keep no larger cookie. */
const COOKIE_MAX = 4000;
const SEALING = { alg: 'dir', enc: 'A256GCM' } as const;

/** What somebody signed in with: a token of the issuer, or what the code of a letter says of a client. */
const Credential = z.union([
  z.strictObject({ token: z.string(), refresh: z.string().optional() }),
  z.strictObject({ claims: z.record(z.string(), z.unknown()) }),
]);
const Sealed = z.strictObject({
  credential: Credential,
  name: z.string().optional(),
  /** When it is over however often it was extended. */
  endsAt: z.number(),
});
export type Credential = z.infer<typeof Credential>;
type Sealed = z.infer<typeof Sealed>;

export interface Session extends Sealed {
  readonly principal: Principal;
  readonly expiresAt: number;
}

interface Needs {
  readonly key: SessionKey;
  readonly tokens: Tokens;
  readonly municipality: string;
  /** Whether browsers reach this by https. */
  readonly secure: boolean;
  readonly clock?: Clock;
}

/** Sessions of browsers: wholly in an encrypted cookie, so that no server need remember who is signed in. */
export class Sessions {
  private readonly clock: Clock;
  readonly secure: boolean;
  private readonly cookieName: string;

  constructor(private readonly needs: Needs) {
    this.clock = needs.clock ?? systemClock; // A token has the real time too, whatever day the demonstration is at.
    this.secure = needs.secure;
    this.cookieName = needs.secure ? '__Host-uitkomst' : 'uitkomst';
  }

  now(): number {
    return this.clock.now();
  }

  /** A session of somebody who just signed in. */
  begin(credential: Credential, name?: string): Promise<Session | undefined> {
    return this.of({ credential, endsAt: this.clock.now() + LONGEST_MS, ...(name !== undefined && { name }) });
  }

  /** The same session for longer, perhaps with a fresher credential. */
  extended({ endsAt, name }: Session, credential: Credential): Promise<Session | undefined> {
    return this.of({ credential, endsAt, ...(name !== undefined && { name }) });
  }

  /** The session in a Cookie header. One that was changed, is over, or was sealed with another key is none. */
  async in(header: string | undefined): Promise<Session | undefined> {
    const value = cookieNamed(this.cookieName, header);
    const opened = value === undefined ? undefined : await this.unsealed(value, Sealed);
    if (opened === undefined) return undefined;
    const { content, expiresAt } = opened;
    const principal = await this.principalIn(content.credential);
    return principal && { ...content, principal, expiresAt };
  }

  /** The Set-Cookie of a session; what extends it is left out where the whole does not fit. */
  async cookieFor({ credential, name, endsAt, expiresAt }: Session): Promise<string> {
    const sealed = { credential, endsAt, ...(name !== undefined && { name }) };
    const whole = await this.sealed(sealed, expiresAt);
    const bare = 'token' in credential ? { ...sealed, credential: { token: credential.token } } : sealed;
    const value = whole.length <= COOKIE_MAX ? whole : await this.sealed(bare, expiresAt);
    if (value.length > COOKIE_MAX) throw new Error(`A session of ${value.length} characters fits no cookie`);
    return setCookie(this.cookieName, value, { secure: this.secure, sameSite: 'Strict' });
  }

  noCookie(): string {
    return setCookie(this.cookieName, '', { secure: this.secure, sameSite: 'Strict', seconds: 0 });
  }

  /** Something only this server can have made and read, until a moment. */
  sealed(content: Readonly<Record<string, unknown>>, until: number): Promise<string> {
    return new EncryptJWT(content)
      .setProtectedHeader(SEALING)
      .setExpirationTime(Math.floor(until / 1000))
      .encrypt(this.needs.key.current());
  }

  async unsealed<T>(
    value: string,
    schema: z.ZodType<T>,
  ): Promise<{ readonly content: T; readonly expiresAt: number } | undefined> {
    try {
      const { payload } = await jwtDecrypt(value, this.needs.key.current(), {
        currentDate: new Date(this.clock.now()),
        keyManagementAlgorithms: [SEALING.alg],
        contentEncryptionAlgorithms: [SEALING.enc],
        requiredClaims: ['exp'],
      });
      const { exp = 0, ...content } = payload;
      return { content: schema.parse(content), expiresAt: exp * 1000 };
    } catch {
      return undefined; // Which check failed is of use to a forger only.
    }
  }

  private async of(sealed: Sealed): Promise<Session | undefined> {
    const principal = await this.principalIn(sealed.credential);
    if (principal === undefined) return undefined;
    const { credential, endsAt } = sealed;
    const tokenEnds = 'token' in credential ? (decodeJwt(credential.token).exp ?? 0) * 1000 : Infinity;
    return { ...sealed, principal, expiresAt: Math.min(this.clock.now() + IDLE_MS, tokenEnds, endsAt) };
  }

  private async principalIn(credential: Credential): Promise<Principal | undefined> {
    if ('token' in credential) return this.needs.tokens.principalIn(credential.token);
    const principal = principalOf(credential.claims);
    return principal?.municipality === this.needs.municipality ? principal : undefined;
  }
}
