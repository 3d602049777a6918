import { HttpException } from '@nestjs/common';
import { PROBLEMS, problemType, type FieldFault, type ProblemDetails, type ProblemSlug } from '@uitkomst/contracts';
import { pathIn } from './asked/search-in.js';
import { statusWords } from './status-words.js';
import type { Language } from './wanted/language.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** A text in both languages of the API. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** What is wrong with a field, in both languages. */
export type BilingualFault = Omit<FieldFault, 'message'> & { readonly message: Bilingual };

interface Told {
  readonly detail?: Bilingual;
  /** Reason code of the refusal. */
  readonly code?: string;
  readonly errors?: readonly BilingualFault[];
  /** Further members of the problem, such as the state that forbids. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem the API names (interfaces §1.6). */
export class Problem extends HttpException {
  constructor(
    readonly slug: ProblemSlug,
    readonly told: Told = {},
  ) {
    super(told.detail?.nl ?? PROBLEMS[slug].nl, PROBLEMS[slug].status);
  }
}

/** A problem of HTTP itself, which has a status and no name of ours. */
export class PlainProblem extends HttpException {
  constructor(
    status: number,
    readonly detail: Bilingual,
  ) {
    super(detail.nl, status);
  }
}

/** One field of the request is wrong in a way no schema can see. */
export const invalidField = (fault: BilingualFault, slug: ProblemSlug = 'ongeldige-invoer'): Problem =>
  new Problem(slug, { detail: fault.message, errors: [fault] });

/** The answer for an error; of a fault of the server nothing is told. */
export function problemOf(error: unknown, url: string, language: Language = 'nl'): ProblemDetails {
  const instance = pathIn(url); // Without the query, which can hold what should not be repeated.
  if (error instanceof Problem) {
    const { slug, told } = error;
    return {
      type: problemType(slug),
      title: PROBLEMS[slug][language],
      status: PROBLEMS[slug].status,
      detail: told.detail?.[language] ?? PROBLEMS[slug][language],
      instance,
      ...(told.code === undefined ? {} : { code: told.code }),
      ...(told.errors === undefined ? {} : { errors: told.errors.map((fault) => faultIn(fault, language)) }),
      ...told.members,
    };
  }
  const status = statusOf(error);
  const title = statusWords(status, language);
  return { type: 'about:blank', title, status, detail: detailOf(error, status, language), instance };
}

const faultIn = ({ message, ...fault }: BilingualFault, language: Language): FieldFault => ({
  ...fault,
  message: message[language],
});

/** What the framework says itself is in one language, and may repeat the query, which can hold what should not be repeated. */
const detailOf = (error: unknown, status: number, language: Language): string =>
  error instanceof PlainProblem ? error.detail[language] : statusWords(status, language);

/** Errors of Fastify itself (a body too large, broken JSON) carry a statusCode; everything unknown is our fault. */
export function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
