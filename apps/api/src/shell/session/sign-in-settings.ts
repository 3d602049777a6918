import type { Given, Relation } from '@uitkomst/processes';
import { z } from 'zod';

/** The environment of signing in with a browser at the issuer of the organisation. */
export const SIGN_IN_ENVIRONMENT = z.object({
  OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('as what people sign in with a browser at the issuer; register https://…/sessie/terug there'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('the secret of that client; without it PKCE alone is used'),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must hold openid')
    .default('openid')
    .describe('asked of the issuer; with a scope for refresh tokens a session outlives the access token'),
  OIDC_ID_TOKEN_ALGORITHM: z
    .enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'])
    .optional()
    .describe('what the issuer signs ID tokens with; else what it says itself'),
  OIDC_MFA_ACR: z
    .string()
    .min(1)
    .optional()
    .describe('of OFFICER, APPROVER2 and FINANCE the issuer must say one of these (acr)'),
});

/** How people sign in at the issuer. */
export interface BrowserSignIn {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client: then PKCE alone proves that the code came back to who asked. */
  readonly clientSecret?: string;
  readonly scope: string;
  /** What the issuer signs its ID tokens with for this client; else whatever it says it uses. */
  readonly idTokenAlgorithm?: string;
  /** Of who decides over money the issuer must say one of these (`acr`); empty: it is not asked. */
  readonly acrValues: readonly string[];
  /** Where browsers find the pages, without a slash at the end. */
  readonly pages: string;
}

export const signInRelations = (given: Given): readonly Relation[] => [
  [
    Boolean(given['OIDC_CLIENT_ID']) && !given['OIDC_ISSUER'],
    'OIDC_ISSUER: is needed with OIDC_CLIENT_ID: it is where people sign in',
  ],
  [
    Boolean(given['OIDC_CLIENT_ID']) && !given['PUBLIC_URL'],
    'PUBLIC_URL: is needed with OIDC_CLIENT_ID: the issuer sends people back to it',
  ],
];

interface SignInGiven extends z.infer<typeof SIGN_IN_ENVIRONMENT> {
  readonly OIDC_ISSUER?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

/** Undefined where people do not sign in at the issuer. */
export function browserSignIn(env: SignInGiven): BrowserSignIn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL } = env;
  if (issuer === undefined || clientId === undefined || PUBLIC_URL === undefined) return undefined;
  return {
    issuer,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    scope: env.OIDC_SCOPE,
    ...(env.OIDC_ID_TOKEN_ALGORITHM !== undefined && { idTokenAlgorithm: env.OIDC_ID_TOKEN_ALGORITHM }),
    acrValues: env.OIDC_MFA_ACR?.split(/[ ,]+/) ?? [],
    pages: PUBLIC_URL.replace(/\/v1$/, ''),
  };
}
