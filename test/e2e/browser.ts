import type { App } from '../../apps/api/src/create-app.js';

export interface Shown<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly body: T;
  readonly text: string;
}

interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

let keys = 0;

/** What a browser does that matters here: it keeps cookies, sends them along, and says where a request comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly app: () => App) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask<T = Record<string, unknown>>(
    url: string,
    { method = 'GET', payload, headers }: Asked = {},
  ): Promise<Shown<T>> {
    const answer = await this.app().http.inject({
      method,
      url,
      headers: {
        host: 'localhost:3000',
        'sec-fetch-site': 'same-origin',
        ...(this.cookies.size > 0 && { cookie: this.cookieHeader }),
        ...(method === 'POST' && { 'idempotency-key': `browser-${(keys += 1)}` }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = (isJson && answer.payload !== '' ? answer.json() : {}) as T;
    return { status: answer.statusCode, headers: answer.headers, body, text: answer.payload };
  }

  /** Signs in as one of the people of the development issuer. */
  signIn(person: string): Promise<Shown> {
    return this.ask('/sessie', { method: 'POST', payload: { person } });
  }
}
