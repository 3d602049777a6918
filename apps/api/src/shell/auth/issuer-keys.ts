import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The keys of the issuer cannot be had: nothing is known of a token, least of all that it is wrong. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** The keys at an address of the issuer. A key it does not have is the token's fault; that there is no answer is not. */
export function keysAt(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (cause) {
      if (ofToken(cause)) throw cause;
      throw new IssuerUnavailable(`The issuer gives no keys at ${url}`, { cause });
    }
  };
}

const ofToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
