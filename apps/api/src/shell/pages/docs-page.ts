import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

const PAGE = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Uitkomst: beschrijving van de API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#api', deepLinking: true, persistAuthorization: false });\n`;

/** The page of the API: its document made readable and tried out, without inline scripts. */
export function serveDocsPage(fastify: FastifyInstance): void {
  const files = createRequire(import.meta.url);
  const fileOf = (name: string): Buffer => readFileSync(files.resolve(`swagger-ui-dist/${name}`));
  fastify.get('/docs', (_request, reply) => reply.type(HTML).send(PAGE));
  fastify.get('/docs/start.js', (_request, reply) => reply.type(SCRIPT).send(START));
  for (const [name, type] of [
    ['swagger-ui.css', STYLE],
    ['swagger-ui-bundle.js', SCRIPT],
  ] as const) {
    let bytes: Buffer | undefined;
    fastify.get(`/docs/${name}`, (_request, reply) => {
      bytes ??= fileOf(name); // Most processes are never asked for it.
      return reply.type(type).send(bytes);
    });
  }
}
