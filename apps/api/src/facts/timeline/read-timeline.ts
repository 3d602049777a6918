import { NotFoundException } from '@nestjs/common';
import type { TimelineEvent, TimelineQuery } from '@uitkomst/contracts';
import { dayOf, isFactType, type ClientFile, type Day } from '@uitkomst/domain';
import { clientStream, type RecordedEvent } from '@uitkomst/ledger';
import { isOwnAct, withoutPeople } from '../../shell/acts/shown-act.js';
import type { Principal } from '../../shell/auth/principal.js';
import { cutOf, type Cut } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { readerOf, type TimelineReader } from '../../shell/timeline/timeline-reader.js';

type TimelineServices = Pick<Services, 'clientFiles' | 'clock' | 'ledger'>;

/** A file as it was known, and who looks at it. */
export interface FileSeen {
  readonly dossierRef: string;
  readonly file: ClientFile;
  readonly reader: TimelineReader;
}

/** 404 for who has no business with this client. */
export async function fileSeen(
  { clientFiles }: TimelineServices,
  principal: Principal,
  { dossierRef, cut, readerFor = readerOf }: Looking,
): Promise<FileSeen> {
  const { municipality } = principal;
  const { state: file } =
    cut?.knownAsOf === undefined
      ? await clientFiles.read(municipality, dossierRef)
      : await clientFiles.readAt(municipality, dossierRef, {
          position: await clientFiles.resolveKnownAsOf(cut.knownAsOf),
        });
  const reader = readerFor(principal, dossierRef, file);
  if (file.revision < 0 || reader === undefined) throw new NotFoundException('Niet gevonden');
  return { dossierRef, file, reader };
}

interface Looking {
  readonly dossierRef: string;
  readonly cut?: Cut;
  readonly readerFor?: typeof readerOf;
}

/** What a reader sees of a file's events, in recorded order; what began later in the world than a day asked is no part of it. */
export async function eventsSeen(
  { ledger }: TimelineServices,
  { municipality }: Principal,
  { dossierRef, file, reader, asOf }: FileSeen & { readonly asOf?: Day },
): Promise<TimelineEvent[]> {
  const hidden = new Set(file.seen.filter((fact) => fact.hidden).map(({ id }) => id));
  const events: TimelineEvent[] = [];
  for await (const event of ledger.readStream(clientStream(municipality, dossierRef), { max: file.revision + 1 })) {
    const shown = reader.show(event);
    if (shown !== undefined && (asOf === undefined || isBy(event, asOf)))
      events.push({ ...shown, retracted: hidden.has(event.id) });
  }
  return events;
}

function isBy({ payload }: RecordedEvent, asOf: Day): boolean {
  const { validFrom } = payload as { readonly validFrom?: string };
  return validFrom === undefined || dayOf(validFrom) <= asOf;
}

/** The facts among them. */
export const factsIn = async (...seen: Parameters<typeof eventsSeen>): Promise<TimelineEvent[]> =>
  (await eventsSeen(...seen)).filter(({ type }) => isFactType(type));

interface AskedFacts {
  readonly dossierRef: string;
  readonly dates?: TimelineQuery;
}

/** The facts of a file that a reader may see; without a day as of which, also those that are still to begin. */
export async function factsSeen(
  services: TimelineServices,
  principal: Principal,
  { dossierRef, dates = {} }: AskedFacts,
): Promise<TimelineEvent[]> {
  const cut = cutOf(dates, services.clock);
  const seen = await fileSeen(services, principal, { dossierRef, cut, readerFor: factReaderOf });
  const asOf = dates.asOf === undefined ? {} : { asOf: cut.asOf };
  const facts = await factsIn(services, principal, { ...seen, ...asOf });
  // Who reads no files is not told that there is one in which it recorded nothing.
  if (facts.length === 0 && readsBack(principal)) throw new NotFoundException('Niet gevonden');
  return facts;
}

/** Registers and finance, who read no files, read back what they recorded in one. */
export const factReaderOf: typeof readerOf = (principal, dossierRef, file) =>
  readerOf(principal, dossierRef, file) ?? (readsBack(principal) ? readerOfOwn(principal) : undefined);

/** Whether somebody reads no files, but what they recorded in one. */
export const readsBack = ({ roles }: Principal): boolean =>
  roles.every((role) => role === 'REGISTRY' || role === 'FINANCE');

const readerOfOwn = (principal: Principal): TimelineReader => ({
  claims: false,
  show: (event) => (isOwnAct(principal, event) ? withoutPeople(event) : undefined),
});
