import { textOf } from '@uitkomst/domain';
import type { Services } from '../open-services.js';
import { municipalityNameIn, type Settings } from '../settings.js';
import { todayOf } from '../today.js';
import type { Session } from './sessions.js';
import type { DevelopmentPerson } from './development-people.js';

/** How somebody may sign in here: by choosing who to be, at the issuer, or (machines apart) with the code of a letter only. */
export type SignIn = 'development' | 'oidc' | 'letter';

/** Where somebody signed in, and by which clock it is what day there. */
type Here = Pick<Services, 'clock' | 'settings'>;

/** What the pages know of who is signed in. Never the token: no script needs it. */
export function sessionView({ principal, expiresAt, endsAt, name }: Session, signIn: SignIn, here: Here) {
  const { roles, subject, orgId: organisation, municipality, personRef } = principal;
  const municipalityName = municipalityNameIn(here.settings, municipality);
  return {
    signedIn: true as const,
    signIn,
    role: roles[0],
    roles,
    subject,
    organisation,
    municipality,
    ...(municipalityName !== undefined && { municipalityName }),
    ...(personRef !== undefined && { client: personRef }),
    ...(name !== undefined && { name }),
    today: textOf(todayOf(here.clock)),
    expiresAt: new Date(expiresAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  };
}

export const signedOutView = (
  signIn: SignIn,
  { municipalityName }: Settings,
  people?: readonly DevelopmentPerson[],
) => ({
  signedIn: false as const,
  signIn,
  ...(municipalityName !== undefined && { municipalityName }),
  ...(people !== undefined && { people }),
});
