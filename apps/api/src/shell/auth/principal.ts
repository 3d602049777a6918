import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { personOf, ROLES, type Actor, type Role } from '@uitkomst/domain';
import { feedReadersOf } from '@uitkomst/processes';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../http/problem.js';

/** Who signed in: everything the token says, nothing of the request's body. */
export interface Principal {
  /** Stable subject id; four eyes compare this and nothing else. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** The provider's id for a PROVIDER; else the organisation acted for. */
  readonly orgId: string;
  readonly municipality: string;
  /** The client's own file, for a CLIENT. */
  readonly personRef?: string;
}

const ORGANISATION = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/;
const SignedInRole = z.enum(ROLES).exclude(['SYSTEM']); // SYSTEM never signs in.

/** The claims a token must carry. */
const Claims = z
  .object({
    sub: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}$/),
    roles: z.array(SignedInRole).min(1).optional(),
    role: SignedInRole.optional(),
    org: z.string().regex(ORGANISATION),
    municipality: z.string().regex(/^\d{4}$/),
    client: z
      .string()
      .regex(/^[a-z2-7]{13}$/)
      .optional(),
  })
  .transform(({ roles, role, ...rest }) => ({ ...rest, roles: roles ?? (role ? [role] : []) }))
  .refine(({ roles }) => roles.length > 0)
  .refine(({ roles, client }) => client !== undefined || !roles.includes('CLIENT'));

/** Undefined where the claims are not those of a person or machine we know how to treat. */
export function principalOf(claims: unknown): Principal | undefined {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return undefined;
  const { sub: subject, roles, org: orgId, municipality, client } = parsed.data;
  return { subject, roles, orgId, municipality, ...(client === undefined ? {} : { personRef: client }) };
}

/** The signed-in person or machine; the door has seen to it that there is one. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (principal === undefined) throw new Problem('niet-aangemeld');
  return principal;
});

/** In which of their roles someone acts: the first that may; 403 when none may. */
export function actAs({ subject, roles, orgId }: Principal, allowed: readonly Role[]): Actor {
  const role = roles.find((candidate) => allowed.includes(candidate));
  if (role === undefined) throw new Problem('rol-mag-niet', { code: 'ROLE_MAY_NOT_RECORD' });
  return { id: subject, role, orgId };
}

/** Who reads every file and claim of the municipality; a provider or client reads only what is theirs. */
const STAFF: ReadonlySet<Role> = new Set(['CASEMGR', 'BENEFITS', 'OFFICER', 'APPROVER2', 'AUDITOR']);
export const isStaff = ({ roles }: Principal): boolean => roles.some((role) => STAFF.has(role));

/** Contract management and finance read all terms too; a provider reads its own. */
export function maySeeTermsOf(
  principal: Principal,
  ...providerIds: readonly string[]
): { readonly staff: boolean; readonly own: boolean } {
  const managing = principal.roles.some((role) => role === 'CONTRACTS' || role === 'FINANCE');
  const own = principal.roles.includes('PROVIDER') && providerIds.includes(principal.orgId);
  return { staff: managing || isStaff(principal), own };
}

/** A client reads its own file; staff read all. */
export const mayReadFile = (principal: Principal, personRef: string): boolean =>
  isStaff(principal) || principal.personRef === personRef;

/** Lists and searches over all clients are for staff. */
export function onlyStaff(principal: Principal): void {
  if (!isStaff(principal)) throw new Problem('geen-toegang');
}

/** The desk is for who decides on claims and for who works with the people they are about (interfaces §1.5). */
export function readsDesk({ roles }: Principal): void {
  if (!roles.some((role) => DESK.has(role))) throw new Problem('geen-toegang');
}
const DESK: ReadonlySet<Role> = new Set(['OFFICER', 'APPROVER2', 'CASEMGR', 'AUDITOR']);

/** How duties are divided is for all who work at the municipality. */
export function readsDuties(principal: Principal): void {
  if (!maySeeTermsOf(principal).staff) throw new Problem('geen-toegang');
}

/** What tells about colleagues is for the auditor. */
export function onlyAuditor({ roles }: Principal): void {
  if (!roles.includes('AUDITOR')) throw new Problem('geen-toegang');
}

/** Whether this claim may be shown: to staff, to the provider whose it is, to the client it is about. Else it does not exist. */
export const mayReadClaim = (
  principal: Principal,
  claim: { readonly claimId: string; readonly providerId: string },
): boolean => mayReadFile(principal, personOf(claim.claimId)) || isProviderOf(principal, claim.providerId);

/** Whether someone reads as the provider: through the provider's eyes, whatever the file holds. */
export const isProviderOf = (principal: Principal, providerId: string): boolean =>
  !isStaff(principal) && principal.roles.includes('PROVIDER') && principal.orgId === providerId;

/** What somebody who is no staff may find in a list: what is theirs. Others find no list at all. */
export function whoseOwn({ roles, orgId, personRef }: Principal): { providerId: string } | { personRef: string } {
  if (roles.includes('PROVIDER')) return { providerId: orgId };
  if (personRef === undefined) throw new Problem('geen-toegang');
  return { personRef };
}

/** Batches are for those who pay and those who check. */
export function readsMoney(principal: Principal): void {
  if (!mayReadMoney(principal)) throw new Problem('geen-toegang');
}
export const mayReadMoney = ({ roles }: Principal): boolean => roles.some((role) => MONEY.has(role));
const MONEY: ReadonlySet<Role> = new Set(['OFFICER', 'APPROVER2', 'FINANCE', 'AUDITOR']);

/** The payment file holds accounts in full: it is for who makes it and takes it to the bank. */
export function readsPaymentFile({ roles }: Principal): void {
  if (!roles.some((role) => BANKING.has(role))) throw new Problem('geen-toegang');
}
const BANKING: ReadonlySet<Role> = new Set(['OFFICER', 'FINANCE', 'AUDITOR']);

/** Who may bring facts in bulk. */
export const DELIVERING: readonly Role[] = ['BENEFITS', 'REGISTRY', 'FINANCE', 'PROVIDER'];

/** Whose deliveries somebody reads: of their own organisation and of the feeds they work with, or of all (undefined). */
export function readsDeliveriesOf({ roles, orgId }: Principal): readonly string[] | undefined {
  if (roles.includes('AUDITOR')) return undefined;
  if (!roles.some((role) => DELIVERING.includes(role))) throw new Problem('geen-toegang');
  return [orgId, ...feedReadersOf(roles)];
}
