import { z } from 'zod';
import type { EventId } from './values/ids.js';

/**
 * Who may read a field of an event: everyone with a part in the claim, the provider it concerns, or the municipality's staff and
 * auditors alone. The ledger digests each part apart, so that one can be shown without the others (rulings §4.1).
 */
export const AUDIENCES = ['open', 'provider', 'municipality'] as const;
export type Audience = (typeof AUDIENCES)[number];

type Shape = z.core.$ZodLooseShape;
type Parts<O extends Shape, P extends Shape, M extends Shape> = {
  readonly open?: O;
  readonly provider?: P;
  readonly municipality?: M;
};

export interface EventDefinition<T extends string = string, S extends Shape = Shape> {
  readonly type: T;
  /** Version of the stored shape; a changed shape is a new version with an upcaster, never an edit. */
  readonly version: number;
  readonly payload: z.ZodObject<S, z.core.$strict>;
  readonly audienceOf: Readonly<Record<string, Audience>>;
}

/** Declares an event once: its stored name, its fields, and who may read each of them. */
export function defineEvent<T extends string, O extends Shape = {}, P extends Shape = {}, M extends Shape = {}>(
  type: T,
  parts: Parts<O, P, M>,
): EventDefinition<T, O & P & M> {
  const audienceOf: Record<string, Audience> = {};
  for (const audience of AUDIENCES)
    for (const field of Object.keys(parts[audience] ?? {})) audienceOf[field] = audience;
  const shape = { ...parts.open, ...parts.provider, ...parts.municipality } as O & P & M;
  return { type, version: 1, payload: z.strictObject(shape), audienceOf };
}

/** The event a definition describes, as deciders make it. */
export type EventOf<D> =
  D extends EventDefinition<infer T, infer S>
    ? { readonly type: T; readonly payload: Readonly<z.infer<z.ZodObject<S, z.core.$strict>>> }
    : never;

/** What an event of a definition tells. */
export type PayloadOf<D> = EventOf<D> extends { readonly payload: infer P } ? P : never;

export const ROLES = [
  'CASEMGR',
  'BENEFITS',
  'FINANCE',
  'CONTRACTS',
  'PROVIDER',
  'OFFICER',
  'APPROVER2',
  'CLIENT',
  'REGISTRY',
  'AUDITOR',
  'SYSTEM',
] as const;
export const Role = z.enum(ROLES).meta({ id: 'Role', description: 'Rol waarin gehandeld wordt' });
export type Role = z.infer<typeof Role>;

/** Who acted: a stable subject id (never a name), the role used, and the organisation acted for. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly orgId: string;
}

/** The clock, the sweep and everything that follows by itself; it never counts in the separation of duties. */
export const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', orgId: 'uitkomst' };

/** An event as the ledger gives it back: what deciders and folds see of it. */
export interface Recorded<
  E extends { readonly type: string; readonly payload: unknown } = { readonly type: string; readonly payload: unknown },
> {
  readonly id: EventId;
  readonly type: E['type'];
  readonly payload: E['payload'];
  /** Place in its stream, from 0. */
  readonly revision: number;
  /** UTC instant at which the ledger heard it; one per append. */
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly commandHash: string;
}

/** `Recorded` for each event of a union, so that `type` still tells which payload it is. */
export type RecordedOf<E extends { readonly type: string; readonly payload: unknown }> = E extends unknown
  ? Recorded<E>
  : never;
