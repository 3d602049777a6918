import { CLAIM_STATE_LABELS, type ClaimState, type Role } from '@uitkomst/domain';
import type { DevelopmentIssuer } from '../shell/auth/development-issuer.js';
import type { Demonstration } from './demonstration-mark.js';

const ROLES: readonly Role[] = ['OFFICER', 'APPROVER2', 'CASEMGR', 'BENEFITS', 'AUDITOR'];
const PROVIDER = 'FOURSTAR';

/** What to open and how to act as whom; for people at a terminal, so in plain lines. */
export async function welcome(url: string, demonstration: Demonstration, issuer: DevelopmentIssuer): Promise<string> {
  const officer = await issuer.tokenFor({ role: 'OFFICER', subject: 'betaalfunctionaris-1' });
  return [
    '',
    'Demonstratiegemeente, naar de verhalen uit de rekenkamerrapporten:',
    ...demonstration.stories.flatMap(({ label, claims }) =>
      claims.map(({ claimId, providerId, state }) => row(label, claimId, `${providerId}: ${stateOf(state)}`)),
    ),
    '',
    `Schermen:       ${url} (kies daar wie u bent)`,
    `API en uitleg:  ${url}/docs`,
    `Werkvoorraad:   curl -H "authorization: Bearer $TOKEN" ${url}/v1/werkvoorraad`,
    `Naspelen:       npm run audit -- replay`,
    '',
    `Een token voor elke rol (${ROLES.join(', ')}, PROVIDER, ...):`,
    `  curl -s ${url}/ontwikkeling/tokens -H 'content-type: application/json' -d '{"role":"OFFICER","subject":"betaalfunctionaris-1"}'`,
    `  curl -s ${url}/ontwikkeling/tokens -H 'content-type: application/json' -d '{"role":"PROVIDER","organisation":"${PROVIDER}"}'`,
    '',
    `Om meteen te beginnen, als betaalfunctionaris:`,
    `  TOKEN=${officer}`,
    '',
  ].join('\n');
}

const row = (label: string, claimId: string, words: string): string =>
  `  ${label.padEnd(15)} ${claimId.padEnd(29)} ${words}`;

const stateOf = (state: string): string => CLAIM_STATE_LABELS[state as ClaimState].nl;
