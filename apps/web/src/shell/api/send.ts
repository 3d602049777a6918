import { Problem, problemOf } from './problem.js';

type Value = string | number | boolean | undefined;

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** With its parameters filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, Value>> | undefined;
  /** An object goes as JSON; text or a file goes as it is, with `contentType`. */
  readonly body?: unknown;
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What the server answered, and the version to name when deciding on it. */
export interface Answer<T> {
  readonly data: T;
  readonly etag: string | undefined;
}

/** One request to our own server, with the session's cookie. Fails with a Problem, whatever went wrong. */
export async function send(sent: Sent): Promise<Response> {
  const { method = 'GET', path, query = {}, accept = 'application/json, application/problem+json' } = sent;
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
  const answer = await fetch(path + search, {
    method,
    credentials: 'same-origin',
    headers: {
      accept,
      'accept-language': document.documentElement.lang,
      'x-uitkomst': 'pagina',
      ...contentTypeOf(sent),
      ...sent.headers,
    },
    ...(sent.body !== undefined && { body: bodyOf(sent) }),
  }).catch(() => {
    throw Problem.unreachable(path);
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

/** The same, for an answer in JSON. */
export async function sendForJson<T>(sent: Sent): Promise<Answer<T>> {
  const answer = await send(sent);
  const data = (answer.status === 204 ? undefined : await answer.json()) as T;
  return { data, etag: answer.headers.get('etag') ?? undefined };
}

function contentTypeOf({ body, contentType = 'application/json' }: Sent): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'content-type': contentType };
}

const bodyOf = ({ body, contentType }: Sent): BodyInit =>
  contentType === undefined ? JSON.stringify(body) : (body as BodyInit);
