import { delegationDecider, rolesLentTo, type DelegationState, type Role } from '@uitkomst/domain';
import type { Clock, Ledger } from '@uitkomst/ledger';
import { todayOf } from '../today.js';
import type { Principal } from './principal.js';

export const delegationStream = (municipality: string): string => `delegation-${municipality}`;

/** Another process may have recorded a mandate; it counts here this much later at most. */
const FRESH_MS = 2000;
/** Whoever checks, claims or is the client decides nothing, with or without a mandate. */
const NEVER_LENT_TO: ReadonlySet<Role> = new Set(['AUDITOR', 'PROVIDER', 'CLIENT', 'REGISTRY']);

interface Known {
  readonly state: DelegationState;
  readonly readAt: number;
}

/** Who acts for whom today: adds to somebody at the door the roles that were lent to them. They stay who they are. */
export class Mandates {
  private readonly known = new Map<string, Known>();

  constructor(private readonly parts: { readonly ledger: Ledger; readonly clock: Clock }) {}

  async widen(principal: Principal): Promise<Principal> {
    const { municipality, subject, roles } = principal;
    if (roles.some((role) => NEVER_LENT_TO.has(role))) return principal;
    const lent = rolesLentTo(await this.of(municipality), subject, todayOf(this.parts.clock));
    const more = lent.filter((role) => !roles.includes(role));
    return more.length === 0 ? principal : { ...principal, roles: [...roles, ...more] };
  }

  /** What was just recorded here counts at once. */
  know(municipality: string, state: DelegationState): void {
    this.known.set(municipality, { state, readAt: this.parts.clock.elapsed() });
  }

  private async of(municipality: string): Promise<DelegationState> {
    const known = this.known.get(municipality);
    if (known !== undefined && this.parts.clock.elapsed() - known.readAt < FRESH_MS) return known.state;
    let { initial: state } = delegationDecider;
    for await (const event of this.parts.ledger.readStream(delegationStream(municipality)))
      state = delegationDecider.evolve(state, event as never);
    this.know(municipality, state);
    return state;
  }
}
