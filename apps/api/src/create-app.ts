import type { LogLevel, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildAsyncApi } from '@uitkomst/contracts';
import { systemClock, type Clock } from '@uitkomst/ledger';
import { ApiModule } from './api.module.js';
import { serveWebPages } from './shell/pages/web-pages.js';
import { serveDocsPage } from './shell/pages/docs-page.js';
import { adapterOptions, refuseExpectations } from './shell/http/answered-early.js';
import { buildOpenApi } from './shell/http/document/openapi.js';
import { refuseWhileClosing } from './shell/http/closing.js';
import { addDoor, type Door } from './shell/http/door.js';
import { refuseQuery } from './shell/http/asked/known-query.js';
import { collectRoutes } from './shell/http/other-methods.js';
import { addSecurityHeaders } from './shell/http/security-headers.js';
import { openServices, type Services } from './shell/open-services.js';
import type { Settings } from './shell/settings.js';
import { API_VERSION } from './shell/version.js';

/** What the framework itself may tell. */
export const LOGGED: LogLevel[] = ['error', 'warn'];

export interface AppOptions {
  readonly settings: Settings;
  /** The real clock unless stories of the past are recorded. */
  readonly clock?: Clock;
  /** Further modules, for tests. */
  readonly imports?: readonly Type<unknown>[];
}

export interface App {
  readonly http: NestFastifyApplication;
  readonly services: Services;
  /** Stops listening, lets what runs finish, then closes the stores. */
  close(): Promise<void>;
}

/** A complete application, initialised but not listening. */
export async function createApp({ settings, clock = systemClock, imports = [] }: AppOptions): Promise<App> {
  const services = await openServices(settings, clock);
  try {
    const http = await serve(services, imports);
    await services.reading;
    return { http, services, close: () => http.close() };
  } catch (error) {
    await services.close();
    throw error;
  }
}

async function serve(services: Services, imports: readonly Type<unknown>[]): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of(services, imports),
    new FastifyAdapter(adapterOptions()),
    { logger: LOGGED, bodyParser: false, abortOnError: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix('v1', { exclude: ['health', 'ontwikkeling/{*path}', 'sessie', 'sessie/{*path}'] });
  addSecurityHeaders(fastify);
  refuseExpectations(fastify);
  refuseWhileClosing(fastify);
  await addDoor(fastify, services, services.settings.requestsPerMinute);
  const refuseOtherMethods = collectRoutes(fastify);
  serveDocuments(app);
  serveDocsPage(fastify);
  serveWebPages(fastify, services.settings.webFolder);
  await app.init();
  refuseOtherMethods();
  return app;
}

/** Public and open to every origin, so that any tool can read them. */
function serveDocuments(app: NestFastifyApplication): void {
  const config: Door = { open: true };
  const documents = { openapi: () => buildOpenApi(app), asyncapi: () => buildAsyncApi(API_VERSION) };
  for (const [name, build] of Object.entries(documents)) {
    let text: Promise<string> | undefined;
    app
      .getHttpAdapter()
      .getInstance()
      .get(`/v1/${name}.json`, { config }, async (request, reply) => {
        refuseQuery(request);
        text ??= textOf(build);
        return reply
          .header('access-control-allow-origin', '*')
          .type('application/json; charset=utf-8')
          .send(await text);
      });
  }
}

const textOf = async (build: () => unknown): Promise<string> => JSON.stringify(await build());
