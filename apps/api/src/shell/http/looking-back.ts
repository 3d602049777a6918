import { textOf, type Day } from '@uitkomst/domain';
import { positionKnownAsOf } from '@uitkomst/ledger';
import { CutBuilding, CutBusy, CutTooLarge, type Cut, type Past, type ReadStore } from '@uitkomst/projections';
import { isStaff, mayReadMoney, type Principal } from '../auth/principal.js';
import { Problem } from './problem.js';
import { cutOf } from './two-dates.js';
import type { Services } from '../open-services.js';
import { todayOf } from '../today.js';

/** What looking back takes of the services. */
export type LookingServices = Pick<Services, 'clientFiles' | 'clock' | 'cuts' | 'ledger' | 'reads'>;

/** Two dates, as a question names them. */
export interface AskedDates {
  readonly asOf?: string | undefined;
  readonly knownAsOf?: string | undefined;
  /** What their names in the question end with, where it names two pasts. */
  readonly mark?: string;
}

/** What a list is read from: the present, or the past that two dates name. */
export interface Looked {
  readonly reads: ReadStore;
  /** The day that is taken for today. */
  readonly today: Day;
  readonly fileOf: Past['fileOf'];
  /** What the answer says of the past it is about; empty for the present. */
  readonly dates: { readonly asOf?: string; readonly knownAsOf?: string };
}

/** The present where no date is named. Only who works at the municipality looks back: making a past state takes the whole ledger. */
export async function lookAt(services: LookingServices, principal: Principal, asked: AskedDates): Promise<Looked> {
  const { clientFiles, clock, reads } = services;
  if (asked.asOf === undefined && asked.knownAsOf === undefined) {
    const fileOf: Past['fileOf'] = async (...whose) => (await clientFiles.read(...whose)).state;
    return { reads, today: todayOf(clock), fileOf, dates: {} };
  }
  const { past, day, knownAsOf } = await lookBack(services, principal, asked);
  return { ...past, today: day, dates: { asOf: textOf(day), knownAsOf } };
}

/** A past state that two dates name, today and now where they name none. */
export interface LookedBack extends Cut {
  readonly past: Past;
  readonly knownAsOf: string;
}

export async function lookBack(
  services: LookingServices,
  principal: Principal,
  asked: AskedDates,
): Promise<LookedBack> {
  if (!isStaff(principal) && !mayReadMoney(principal)) throw new Problem('geen-toegang');
  const named = await pastNamed(services, asked);
  try {
    return { ...named, past: await services.cuts.at(named) };
  } catch (error) {
    throw notYet(error);
  }
}

/** Which past two dates name: the day, and how far the ledger had come. */
export async function pastNamed(
  { clock, ledger }: Pick<LookingServices, 'clock' | 'ledger'>,
  asked: AskedDates,
): Promise<Omit<LookedBack, 'past'>> {
  const now = new Date(clock.now()).toISOString();
  const { asOf: day, knownAsOf: known = now } = cutOf(asked, clock, { pointer: `/knownAsOf${asked.mark ?? ''}` });
  const isNow = Date.parse(known) >= Date.parse(now); // The end of today is yet to come.
  const position = isNow ? await ledger.head() : await positionKnownAsOf(ledger, known);
  return { position, day, knownAsOf: isNow ? now : known };
}

function notYet(error: unknown): unknown {
  if (error instanceof CutBuilding)
    return new Problem('stand-wordt-gemaakt', {
      detail: {
        nl: `De stand van toen wordt uit het grootboek opgemaakt: ${error.percent} % is klaar.`,
        en: `The past state is being made from the ledger: ${error.percent} % is done.`,
      },
      headers: { 'Retry-After': '1' },
    });
  if (error instanceof CutBusy)
    return new Problem('tijdelijk-niet-beschikbaar', { detail: BUSY, headers: { 'Retry-After': '10' } });
  return error instanceof CutTooLarge ? new Problem('tijdelijk-niet-beschikbaar', { detail: TOO_LARGE }) : error;
}

const BUSY = {
  nl: 'Er worden al standen van toen opgemaakt. Probeer het zo opnieuw.',
  en: 'Past states are being made already. Try again in a moment.',
};
const TOO_LARGE = {
  nl: 'De stand van toen is te groot om hier op te maken. Doe het met het auditprogramma.',
  en: 'The past state is too large to be made here. Use the audit program.',
};
