import type { Tokens } from '../auth/tokens.js';
import type { Settings } from '../settings.js';
import { SessionKey } from './session-key.js';
import { Sessions } from './sessions.js';
import { SignInAtIssuer } from './sign-in-at-issuer.js';

/** How people with a browser get in. */
export interface SignsIn {
  readonly sessions: Sessions;
  /** Absent with the development issuer, and where only machines have tokens. */
  readonly issuerSignIn?: SignInAtIssuer;
}

export function openSignIn({ dataFolder, municipality, secure, signIn }: Settings, tokens: Tokens): SignsIn {
  const sessions = new Sessions({ key: SessionKey.open(dataFolder), tokens, municipality, secure });
  return { sessions, ...(signIn !== undefined && { issuerSignIn: new SignInAtIssuer(signIn) }) };
}
