import type { Role } from '@uitkomst/domain';
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { Principal } from '../auth/principal.js';
import type { BrowserSignIn } from './sign-in-settings.js';
import type { Credential } from './sessions.js';

const OVER_MONEY: ReadonlySet<Role> = new Set(['OFFICER', 'APPROVER2', 'FINANCE']);

/** Read when somebody first signs in: no start waits for it. */
const openid = () => import('openid-client');

/** What must be remembered while somebody is at the issuer; it travels in a cookie of its own. */
export const Pending = z.strictObject({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  /** Where in the pages they were. */
  back: z.string(),
});
export type Pending = z.infer<typeof Pending>;

interface SignedInAtIssuer {
  readonly credential: Extract<Credential, { token: string }>;
  readonly name?: string;
  /** How sure the issuer is of who it was. */
  readonly acr?: string;
}

/** Signing in at the issuer of the organisation: authorization code with PKCE. */
export class SignInAtIssuer {
  private found: Promise<Configuration> | undefined;

  constructor(private readonly settings: BrowserSignIn) {}

  async start(back: string): Promise<{ readonly url: string; readonly pending: Pending }> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
      await openid();
    const configuration = await this.configuration();
    const pending = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce(), back };
    const { scope, acrValues } = this.settings;
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
    });
    return { url: url.href, pending };
  }

  /** Exchanges the code; throws where the answer is not one to what was asked. */
  async finish(query: string, { verifier, state, nonce }: Pending): Promise<SignedInAtIssuer> {
    const { authorizationCodeGrant } = await openid();
    const answer = await authorizationCodeGrant(await this.configuration(), new URL(`${this.callback}?${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const said = answer.claims();
    const { name, acr } = { name: said?.['name'], acr: said?.['acr'] };
    const refresh = answer.refresh_token;
    return {
      credential: { token: answer.access_token, ...(refresh !== undefined && { refresh }) },
      ...(typeof name === 'string' && { name }),
      ...(typeof acr === 'string' && { acr }),
    };
  }

  /** A fresher token, where the issuer gave what it takes. */
  async renewed(credential: Credential): Promise<Credential> {
    if (!('token' in credential) || credential.refresh === undefined) return credential;
    const { refreshTokenGrant } = await openid();
    const answer = await refreshTokenGrant(await this.configuration(), credential.refresh);
    return { token: answer.access_token, refresh: answer.refresh_token ?? credential.refresh };
  }

  /** Who decides over money must have shown two things, where the organisation asks for it. */
  isSureOf({ roles }: Principal, acr: string | undefined): boolean {
    const { acrValues } = this.settings;
    if (acrValues.length === 0 || !roles.some((role) => OVER_MONEY.has(role))) return true;
    return acr !== undefined && acrValues.includes(acr);
  }

  private get callback(): string {
    return `${this.settings.pages}/sessie/terug`;
  }

  /** Looked up once; again where the issuer could not be reached. */
  private async configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, idTokenAlgorithm } = this.settings;
    const { allowInsecureRequests, discovery } = await openid();
    const url = new URL(issuer);
    const execute = url.protocol === 'http:' ? [allowInsecureRequests] : [];
    const metadata = {
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
      ...(idTokenAlgorithm !== undefined && { id_token_signed_response_alg: idTokenAlgorithm }),
    };
    this.found ??= discovery(url, clientId, metadata, undefined, { execute });
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      throw error;
    }
  }
}
