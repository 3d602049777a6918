import { dayOf, EVENT_CATALOGUE, type Audience, type Day, type Recorded, type Role } from '@uitkomst/domain';
import type { Position } from '@uitkomst/ledger';
import { dayInTheWorld } from './own-day.js';
import { ownPart } from './own-part.js';
import { readDetermination } from './read-determination.js';

/** Who reads a client's history; a provider reads as its organisation. */
export interface HistoryReader {
  readonly role: Role;
  readonly orgId: string;
}

/** The two dates: what was so on a day, as far as it was known at a place in the ledger. Without them: everything, now. */
export interface HistoryAt {
  readonly asOf?: Day;
  readonly knownAsOf?: Position;
}

/** Something that happened, as far as this reader may see it. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: { readonly role: Role; readonly orgId: string; readonly id?: string };
  /** The day in the world it is about, where it has one. */
  readonly on?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** It no longer holds: withdrawn or corrected by this event. */
  readonly hiddenBy?: string;
  /** Place in the file; staff, auditors and the client only, because from a gap a provider would count its rivals' events. */
  readonly revision?: number;
}

export type HistoryEvent = Recorded & { readonly position: Position };

const STAFF: ReadonlySet<Role> = new Set(['CASEMGR', 'BENEFITS', 'OFFICER', 'APPROVER2', 'AUDITOR', 'SYSTEM']);

/**
 * A client's history for one reader, straight from the stream. Staff and auditors see everything; the client everything but who at
 * the counter did it; a provider its own part; who only records, what it recorded itself.
 */
export function historyFor(
  events: readonly HistoryEvent[],
  reader: HistoryReader,
  { asOf, knownAsOf }: HistoryAt = {},
): readonly HistoryEntry[] {
  const known = knownAsOf === undefined ? events : events.filter(({ position }) => position <= knownAsOf);
  const hidden = hiddenFacts(known);
  const visible =
    reader.role === 'PROVIDER' ? ownPart(known, reader.orgId) : known.filter((event) => sees(reader, event));
  return visible.flatMap((event) => {
    const on = dayInTheWorld(event);
    if (asOf !== undefined && on !== undefined && dayOf(on) > asOf) return [];
    const payload = payloadFor(event, reader);
    return payload === undefined ? [] : [entry(event, reader, { payload, on, hiddenBy: hidden.get(event.id) })];
  });
}

const sees = ({ role, orgId }: HistoryReader, { actor }: HistoryEvent): boolean =>
  STAFF.has(role) || role === 'CLIENT' || (actor.role === role && actor.orgId === orgId);

/** Which facts were withdrawn or corrected, and by which event. */
function hiddenFacts(events: readonly HistoryEvent[]): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  for (const { id, type, payload } of events) {
    const { targetEventId, supersedes } = payload as { readonly targetEventId?: string; readonly supersedes?: string };
    if ((type === 'FactRetracted' || type === 'FactCorrected') && targetEventId !== undefined)
      hidden.set(targetEventId, id);
    if (supersedes !== undefined && !hidden.has(supersedes)) hidden.set(supersedes, id);
  }
  return hidden;
}

/** The fields this reader may see, by their audience in the catalogue; undefined where nothing is left. */
function payloadFor(event: HistoryEvent, { role }: HistoryReader): HistoryEntry['payload'] | undefined {
  const payload = event.payload as Readonly<Record<string, unknown>>;
  if (role !== 'PROVIDER') return payload;
  if (event.type === 'ClaimDetermined') return readDetermination(payload);
  const audienceOf: Readonly<Record<string, Audience>> = EVENT_CATALOGUE[event.type]?.audienceOf ?? {};
  const fields = Object.entries(payload).filter(([field]) => (audienceOf[field] ?? 'municipality') !== 'municipality');
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

interface Seen {
  readonly payload: HistoryEntry['payload'];
  readonly on: string | undefined;
  readonly hiddenBy: string | undefined;
}

function entry(event: HistoryEvent, { role }: HistoryReader, { payload, on, hiddenBy }: Seen): HistoryEntry {
  const { id, type, recordedAt, revision } = event;
  const { id: subject, ...office } = event.actor;
  return {
    eventId: id,
    type,
    recordedAt,
    actor: STAFF.has(role) ? { ...office, id: subject } : office,
    ...(on !== undefined && { on }),
    payload,
    ...(hiddenBy !== undefined && { hiddenBy }),
    ...(role !== 'PROVIDER' && { revision }),
  };
}
