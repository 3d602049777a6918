import type { Session } from './sessions.js';
import type { DevelopmentPerson } from './development-people.js';

/** How somebody may sign in here: by choosing who to be, at the issuer, or (machines apart) with the code of a letter only. */
export type SignIn = 'development' | 'oidc' | 'letter';

/** What the pages know of who is signed in. Never the token: no script needs it. */
export const sessionView = ({ principal, expiresAt, endsAt, name }: Session, signIn: SignIn) => ({
  signedIn: true as const,
  signIn,
  role: principal.roles[0],
  roles: principal.roles,
  subject: principal.subject,
  organisation: principal.orgId,
  municipality: principal.municipality,
  ...(principal.personRef !== undefined && { client: principal.personRef }),
  ...(name !== undefined && { name }),
  expiresAt: new Date(expiresAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});

export const signedOutView = (signIn: SignIn, people?: readonly DevelopmentPerson[]) => ({
  signedIn: false as const,
  signIn,
  ...(people !== undefined && { people }),
});
