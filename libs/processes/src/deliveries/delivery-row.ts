import { eventOf, Fact, faultsOf, PaymentStatusRow, SubmitClaim, type FieldFault } from '@uitkomst/contracts';
import { Bsn, PersonRef, type FactEvent, type Language, type Role } from '@uitkomst/domain';
import { z } from 'zod';

export type Row =
  | { readonly kind: 'fact'; readonly person: Person; readonly fact: FactEvent }
  | { readonly kind: 'claim'; readonly claim: SubmitClaim }
  | { readonly kind: 'payment'; readonly payment: PaymentStatusRow }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldFault[] };

type Person = { readonly dossierRef: string } | { readonly bsn: string };

/** Who delivers says how sure a row is, unless it says so itself. */
const ASSURANCE: Readonly<Partial<Record<Role, string>>> = {
  PROVIDER: 'ASSERTED_BY_PROVIDER',
  REGISTRY: 'AUTHORITATIVE',
  BENEFITS: 'AUTHORITATIVE',
  FINANCE: 'DOCUMENTED',
};

const Named = z
  .object({ dossierRef: PersonRef.optional(), bsn: Bsn.optional() })
  .refine(({ dossierRef, bsn }) => (dossierRef === undefined) !== (bsn === undefined), {
    message: 'Name either dossierRef or bsn',
    path: ['dossierRef'],
  });

interface Reading {
  readonly system: string;
  readonly role: Role;
  readonly index: number;
  readonly language: Language | undefined;
}

/** Reads one row of a delivery as the fact or claim it is; or everything that is wrong with it. `index` is its place in what came. */
export function readRow(
  raw: Readonly<Record<string, unknown>>,
  { system, role, index, language = 'nl' }: Reading,
): Row {
  const at = { in: 'body', within: ['rows', index], language } as const;
  if (raw['type'] === 'SubmitClaim') {
    const { type: _type, ...body } = raw;
    const claim = SubmitClaim.safeParse(body);
    if (claim.success) return { kind: 'claim', claim: claim.data };
    return { kind: 'wrong', errors: claim.error.issues.flatMap((issue) => faultsOf(issue, at)) };
  }
  if (raw['type'] === 'PaymentStatus') {
    const payment = PaymentStatusRow.safeParse(raw);
    if (payment.success) return { kind: 'payment', payment: payment.data };
    return { kind: 'wrong', errors: payment.error.issues.flatMap((issue) => faultsOf(issue, at)) };
  }
  const { dossierRef, bsn, ...fields } = raw;
  const person = Named.safeParse({ dossierRef, bsn });
  const source = sourceOf(fields['source'], system);
  const fact = Fact.safeParse({ assurance: ASSURANCE[role], ...fields, source });
  if (person.success && fact.success) return { kind: 'fact', person: personIn(person.data), fact: eventOf(fact.data) };
  const issues = [...(person.error?.issues ?? []), ...(fact.error?.issues ?? [])];
  return { kind: 'wrong', errors: issues.flatMap((issue) => faultsOf(issue, at)) };
}

/** Who delivers is the source, unless a row says more; what is no source at all is left for the schema to refuse. */
function sourceOf(given: unknown, system: string): unknown {
  if (given === undefined) return { system };
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { system, ...given } : given;
}

const personIn = ({ dossierRef = '', bsn }: z.infer<typeof Named>): Person =>
  bsn === undefined ? { dossierRef } : { bsn };
