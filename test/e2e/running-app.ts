import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { Role } from '@uitkomst/domain';
import { systemClock, type Clock } from '@uitkomst/ledger';
import { createApp, type App } from '../../apps/api/src/create-app.js';
import { readSettings } from '../../apps/api/src/shell/settings.js';
import { mustBeDocumented } from './documented.js';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly body: T;
}

interface Sent {
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let keys = 0;

/** A person or machine that talks to the application over HTTP, with a token of its own: told nothing that the document does not say. */
export class Caller {
  constructor(
    private readonly app: App,
    readonly token: string,
  ) {}

  async get<T = Record<string, unknown>>(url: string, headers: Sent['headers'] = {}): Promise<Answer<T>> {
    return this.send('GET', url, { headers });
  }

  /** Each post has an Idempotency-Key of its own unless one is named. */
  async post<T = Record<string, unknown>>(url: string, payload: unknown, sent: Sent = {}): Promise<Answer<T>> {
    const { key = `key-${(keys += 1)}`, ifMatch, headers } = sent;
    const condition = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    return this.send('POST', url, { headers: { 'idempotency-key': key, ...condition, ...headers }, payload });
  }

  private async send<T>(
    method: 'GET' | 'POST',
    url: string,
    { headers = {}, payload }: { readonly headers?: Readonly<Record<string, string>>; readonly payload?: unknown },
  ): Promise<Answer<T>> {
    const answer = await this.app.http.inject({
      method,
      url: `/v1${url}`,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const { statusCode: status, headers: told } = answer;
    const body = answer.json<T>();
    mustBeDocumented({ method, url: `/v1${url}`, status, headers: told, body });
    return { status, headers: told, body };
  }
}

export interface RunningApp {
  readonly app: App;
  readonly folder: string;
  /** A caller in a role; `organisation` is the provider for a PROVIDER. */
  as(
    role: Role,
    who?: { readonly subject?: string; readonly organisation?: string; readonly client?: string },
  ): Promise<Caller>;
  /** How much is recorded, but for what follows from any request by itself. */
  recorded(): Promise<number>;
  /** Stops the process and starts another on the same data, after what is done to them meanwhile. */
  restart(meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
}

/** That something was refused, and a seal on what there is; the clock and the sweep record as the system. */
const BY_ITSELF = new Set(['RefusalRecorded', 'TreeHeadSigned']);

interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  readonly imports?: readonly Type<unknown>[];
  readonly clock?: Clock;
}

/** The whole application on a data folder of its own. */
export async function runApp({
  environment = {},
  imports = [],
  clock = systemClock,
}: Options = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-e2e-'));
  const settings = readSettings({
    UITKOMST_DATA: folder,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
    NODE_ENV: 'test',
    ...environment,
  });
  const open = (): Promise<App> => createApp({ settings, imports, clock });
  let app = await open();
  app.http.useLogger(false);
  return {
    folder,
    get app() {
      return app;
    },
    as: async (role, who = {}) => {
      const { developmentIssuer } = app.services;
      if (developmentIssuer === null) throw new Error('No development issuer');
      return new Caller(app, await developmentIssuer.tokenFor({ role, ...who }));
    },
    recorded: async () => {
      let count = 0;
      for await (const { type, actor } of app.services.ledger.readAll())
        count += BY_ITSELF.has(type) || actor.role === 'SYSTEM' ? 0 : 1;
      return count;
    },
    restart: async (meanwhile) => {
      await app.close();
      meanwhile?.();
      app = await open();
      app.http.useLogger(false);
    },
    stop: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}
