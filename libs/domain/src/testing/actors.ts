import { SYSTEM, type Actor, type Role } from '../event.js';

const of =
  (role: Role, orgId: string) =>
  (number = 1): Actor => ({ id: `${role.toLowerCase()}-${number}`, role, orgId });

/** People of the municipality; the number tells persons in one role apart. */
export const caseManager = of('CASEMGR', 'haarlem');
export const benefits = of('BENEFITS', 'haarlem');
export const finance = of('FINANCE', 'haarlem');
export const contracts = of('CONTRACTS', 'haarlem');
export const officer = of('OFFICER', 'haarlem');
export const approver2 = of('APPROVER2', 'haarlem');
export const auditor = of('AUDITOR', 'haarlem');
export const registry = of('REGISTRY', 'uwv');
export const client = of('CLIENT', 'client');

/** Somebody of a provider; the organisation is the provider's id. */
export const provider = (providerId = 'PASWERK', number = 1): Actor => ({
  id: `${providerId.toLowerCase()}-${number}`,
  role: 'PROVIDER',
  orgId: providerId,
});

/** Somebody in that role. */
export const actorIn = (role: Role): Actor => {
  if (role === 'SYSTEM') return SYSTEM;
  return role === 'PROVIDER' ? provider() : of(role, role === 'REGISTRY' ? 'uwv' : 'haarlem')();
};
