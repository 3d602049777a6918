import type { Schema } from '../../shell/api/client.js';
import { textIn } from '../facts/field.js';

type Event = Schema<'TimelineEvent'>;
export type Lane = 'benefit' | 'traject' | 'job' | 'subsidy' | 'window';

/** A stretch of a client's life: from a day to the day before `to`, or still going on. */
export interface Stretch {
  readonly lane: Lane;
  readonly from: string;
  readonly to: string | undefined;
  /** Codes and names that say what it is: BIJSTAND, REGULAR, the provider. */
  readonly about: readonly string[];
  readonly employerId?: string;
}

export type MarkKind = 'claim' | 'independence' | 'maturity' | 'payment' | 'application';

/** A day that matters to a claim. */
export interface Mark {
  readonly kind: MarkKind;
  readonly on: string;
  readonly about: string;
}

export interface Life {
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
}

interface Kind {
  readonly lane: Lane;
  readonly starts: string;
  readonly ends: string;
  /** Name of the field that tells which stretch an end ends. */
  readonly id: string;
  readonly about: readonly string[];
}

const KINDS: readonly Kind[] = [
  { lane: 'benefit', starts: 'BenefitGranted', ends: 'BenefitStopped', id: 'benefitId', about: ['kind'] },
  { lane: 'traject', starts: 'TrajectAssigned', ends: 'TrajectEnded', id: 'trajectId', about: ['providerId'] },
  { lane: 'job', starts: 'PlacementStarted', ends: 'PlacementEnded', id: 'jobId', about: ['form'] },
  { lane: 'subsidy', starts: 'JobSubsidyStarted', ends: 'JobSubsidyEnded', id: 'fundingId', about: ['scheme'] },
];

/** What is drawn of a file: the stretches of a life and the days that matter, out of the events that still hold. */
export function lifeOf(events: readonly Event[]): Life {
  const held = events.filter(({ retracted }) => !retracted);
  const stretches = [...KINDS.flatMap((kind) => stretchesOf(kind, held)), ...lastDecisions(held).flatMap(windowOf)];
  return { stretches, marks: marksOf(held).toSorted((a, b) => a.on.localeCompare(b.on)) };
}

function stretchesOf({ lane, starts, ends, id, about }: Kind, events: readonly Event[]): Stretch[] {
  const ended = events.filter(({ type }) => type === ends);
  return events.flatMap(({ type, fields }) => {
    const from = textIn(fields, 'validFrom');
    if (type !== starts || from === undefined) return [];
    const end = ended.find(
      (event) => event.fields[id] === fields[id] && (textIn(event.fields, 'validFrom') ?? '') >= from,
    );
    const to = textIn(fields, 'validTo') ?? (end && textIn(end.fields, 'validFrom'));
    const employerId = textIn(fields, 'employerId');
    const told = about.flatMap((name) => textIn(fields, name) ?? []);
    return [{ lane, from, to, about: told, ...(employerId !== undefined && { employerId }) }];
  });
}

/** The last determination of each claim that names a period: later ones need none where something else stands in the way. */
function lastDecisions(events: readonly Event[]): readonly Event[] {
  const last = new Map(
    events
      .filter(({ type, fields }) => type === 'ClaimDetermined' && fields['episodeOn'] !== undefined)
      .map((event) => [event.fields['claimId'], event]),
  );
  return [...last.values()];
}

function windowOf({ fields }: Event): Stretch[] {
  const [from, to] = [textIn(fields, 'episodeOn'), textIn(fields, 'maturityOn')];
  return from === undefined || to === undefined
    ? []
    : [{ lane: 'window', from, to, about: [textIn(fields, 'claimId') ?? ''] }];
}

function marksOf(events: readonly Event[]): Mark[] {
  const decided = lastDecisions(events).flatMap(({ fields }) =>
    mark('independence', fields, 'episodeOn').concat(mark('maturity', fields, 'maturityOn')),
  );
  const happened = events.flatMap(({ type, fields }) => {
    if (type === 'ClaimSubmitted') return mark('claim', fields, 'submittedOn');
    if (type === 'ClaimPaid') return mark('payment', fields, 'paidOn');
    return type === 'ApplicationStarted' ? mark('application', fields, 'validFrom') : [];
  });
  return [...decided, ...happened];
}

function mark(kind: MarkKind, fields: Event['fields'], name: string): Mark[] {
  const on = textIn(fields, name);
  const about = textIn(fields, 'claimId') ?? textIn(fields, 'jobId') ?? '';
  return on === undefined ? [] : [{ kind, on, about }];
}
