import { NotFoundException, type HttpException } from '@nestjs/common';
import type { FieldFault, ProblemSlug } from '@uitkomst/contracts';
import { whatAProviderReadsOfRefusal, wordsOf, type Refusal } from '@uitkomst/domain';
import { Problem, type Bilingual, type BilingualFault } from './problem.js';

/** Which kind of problem each refusal of the domain is; every other code is about the state (interfaces §1.6). */
const SLUGS: Readonly<Record<string, ProblemSlug>> = {
  ROLE_MAY_NOT_RECORD: 'rol-mag-niet',
  VERSION_STALE: 'versie-verouderd',
  VERSION_MISSING: 'versie-ontbreekt',
  UNKNOWN_REFERENCE: 'onbekende-verwijzing',
  // Named in the body; what the path names is 404.
  NOT_FOUND: 'onbekende-verwijzing',
  INVALID_PERIOD: 'ongeldige-invoer',
  SHARES_INVALID: 'ongeldige-invoer',
  EVIDENCE_DIFFERS: 'ongeldige-invoer',
  ALREADY_REGISTERED: 'dossier-bestaat',
  ID_REUSED: 'bestaat-al',
  SOURCE_REF_REUSED: 'bestaat-al',
  ALREADY_ENDED: 'bestaat-al',
  VERSION_EXISTS: 'bestaat-al',
  VERSION_NOT_NEXT: 'bestaat-al',
  RULE_SET_UNKNOWN: 'onbekende-verwijzing',
  GOLDEN_CASES_FAIL: 'gevallen-falen',
  DUPLICATE_SUBMISSION: 'dubbele-indiening',
  SECOND_APPROVAL_REQUIRED: 'tweede-fiat-nodig',
  DECISION_STALE: 'besluit-verouderd',
  PAYMENT_ALREADY_ORDERED: 'betaling-al-opgedragen',
  SEPARATION_OF_DUTIES: 'functiescheiding',
};

/** Where in the body the fault is, for refusals that are about the input. */
const POINTERS: Readonly<Record<string, string>> = { INVALID_PERIOD: '/validTo', SHARES_INVALID: '/shares' };

interface Reader {
  /** A provider is not told the state: it may rest on a decision not yet made known. */
  readonly isProvider: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
  /** Where what is refused was said: the body, unless told otherwise. */
  readonly in?: FieldFault['in'];
  /** Where in the body the fact or claim stands, if not at its root. */
  readonly within?: string;
  /** What is refused of several things asked at once, each where it stands; nothing where the refusal is about the whole. */
  readonly each?: readonly PlacedRefusal[];
}

/** A refusal of what stands somewhere in the body. */
export interface PlacedRefusal extends Refusal {
  readonly within: string;
}

/** The HTTP answer to a command the domain refused. */
export function refused(refusal: Refusal, reader: Reader): HttpException {
  const { code, data = {} } = refusal;
  if (code === 'NOT_FOUND' && !reader.each?.length) return new NotFoundException('Niet gevonden');
  const detail = detailOf(refusal, reader);
  const slug = SLUGS[code] ?? 'onjuiste-status';
  const whole = isAboutInput(slug) ? [{ ...refusal, within: reader.within ?? '' }] : [];
  const faults = reader.each?.length ? reader.each : whole;
  const state = !reader.isProvider && data['state'] !== undefined ? { state: data['state'] } : {};
  return new Problem(slug, {
    detail,
    code,
    members: { ...state, ...reader.members },
    ...(reader.headers === undefined ? {} : { headers: reader.headers }),
    ...(faults.length > 0 ? { errors: faults.map((fault) => faultOf(fault, reader)) } : {}),
  });
}

const isAboutInput = (slug: ProblemSlug): boolean => slug === 'ongeldige-invoer' || slug === 'onbekende-verwijzing';

function detailOf({ code, data = {} }: Refusal, { isProvider }: Reader): Bilingual {
  const told = isProvider ? whatAProviderReadsOfRefusal : wordsOf;
  return { nl: told(code, 'nl', data), en: told(code, 'en', data) };
}

/** A refusal may name the field it is about, as in `source.ref`. */
function faultOf(refusal: PlacedRefusal, reader: Reader): BilingualFault {
  const { code, data: { field } = {}, within } = refusal;
  const pointer = typeof field === 'string' ? `/${field.replaceAll('.', '/')}` : (POINTERS[code] ?? '');
  return { in: reader.in ?? 'body', pointer: `${within}${pointer}`, code, message: detailOf(refusal, reader) };
}
