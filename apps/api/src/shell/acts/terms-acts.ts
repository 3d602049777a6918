import { NotFoundException } from '@nestjs/common';
import { contractDecider, providerDecider, termsStream } from '@uitkomst/domain';
import type { Ledger } from '@uitkomst/ledger';
import { maySeeTermsOf, type Principal } from '../auth/principal.js';
import { readStream } from '../commands/decide-on-stream.js';
import type { ActsOn, FindActs } from './acts.controller.js';
import { providerAct, staffAct } from './shown-act.js';

/** Where terms stand, and whether their reader works at the municipality. */
interface Terms {
  readonly stream: string;
  readonly staff: boolean;
}

/** A contract that this reader may know of: of those whose it is or ever was, and of who works at the municipality. */
export async function contractFor(ledger: Ledger, principal: Principal, contractId: string): Promise<Terms> {
  const stream = termsStream('contract', principal.municipality, contractId);
  const known = await readStream(ledger, contractDecider, stream);
  const providers = known?.state.contract.registrations.map(({ providerId }) => providerId) ?? [];
  const { staff, own } = maySeeTermsOf(principal, ...providers);
  if (known === undefined || (!staff && !own)) throw new NotFoundException('Niet gevonden');
  return { stream, staff };
}

/** What was agreed in a contract. */
export const ofContract: FindActs<{ readonly contractId: string }> = async ({ ledger }, principal, { contractId }) =>
  shown(await contractFor(ledger, principal, contractId));

/** A provider that this reader may know of: the provider itself, and who works at the municipality. */
export async function providerFor(ledger: Ledger, principal: Principal, providerId: string) {
  const { staff, own } = maySeeTermsOf(principal, providerId);
  const stream = termsStream('provider', principal.municipality, providerId);
  const known = staff || own ? await readStream(ledger, providerDecider, stream) : undefined;
  if (known === undefined) throw new NotFoundException('Niet gevonden');
  return { stream, staff, provider: known.state };
}

/** What was recorded about a provider. */
export const ofProvider: FindActs<{ readonly providerId: string }> = async ({ ledger }, principal, { providerId }) =>
  shown(await providerFor(ledger, principal, providerId));

/** What each reads of the acts on terms that they may know of. */
export const shown = ({ stream, staff }: Terms): ActsOn => ({ stream, show: staff ? staffAct : providerAct });
