import type { components } from '../../openapi.js';

export type Fault = components['schemas']['FieldFault'];
type Details = components['schemas']['ProblemDetails'];

/** What the server refused, or that it could not be reached: one shape for every screen (RFC 9457). */
export class Problem extends Error {
  constructor(readonly details: Details) {
    super(details.detail);
    this.name = 'Problem';
  }

  get status(): number {
    return this.details.status;
  }

  /** Last part of the type: `versie-verouderd`, `functiescheiding`; empty where the server gave no kind. */
  get slug(): string {
    return this.details.type.startsWith('urn:') ? (this.details.type.split(':').at(-1) ?? '') : '';
  }

  /** Not there yet: the server is making it, and says how far it is. */
  get isBeingMade(): boolean {
    return this.slug === 'stand-wordt-gemaakt';
  }

  get faults(): readonly Fault[] {
    return this.details.errors ?? [];
  }

  /** Nothing came back: no network, or a server that is being restarted. */
  static unreachable(path: string): Problem {
    return new Problem({
      type: 'about:blank',
      status: 503,
      title: 'UNREACHABLE',
      detail: 'UNREACHABLE',
      instance: path,
    });
  }
}

/** An answer that is no success, as a problem; also where something before the server answered in words of its own. */
export async function problemOf(answer: Response): Promise<Problem> {
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  if (isProblem) return new Problem((await answer.json()) as Details);
  const { status, statusText, url } = answer;
  return new Problem({ type: 'about:blank', status, title: statusText, detail: statusText, instance: url });
}
