import { createLocalJWKSet, type JSONWebKeySet } from 'jose';

/** The keys of a file (OIDC_JWKS_FILE); throws where it holds none. */
export const keySetIn = (text: string) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);

/** What is wrong with the text of such a file, if anything. */
export function keySetFault(text: string): string | undefined {
  try {
    keySetIn(text);
    return undefined;
  } catch {
    return 'is no JSON Web Key Set';
  }
}
