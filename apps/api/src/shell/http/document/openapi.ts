import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject, StandardSchemaConverter } from '@nestjs/swagger';
import { ClaimPage, Delivery, DeskPage, Journal, Letter, ProblemDetails, Remittance } from '@uitkomst/contracts';
import { z } from 'zod';
import { API_VERSION } from '../../version.js';
import { TAGS } from './tags.js';
import { describeWith } from './decorators.js';
import { SHARED_HEADERS } from './shared-headers.js';

const DESCRIPTION = [
  'Grootboek van uitstroomresultaten en bonusdeclaraties: feiten, declaraties, beoordelingen, fiattering en betaling.',
  'Paden zijn Nederlands; namen van velden en waarden zijn Engels en gelijk aan die van de vastgelegde gebeurtenissen,',
  'zodat één naam loopt van gebeurtenis tot scherm: daarin wijkt deze API bewust af van de aanbeveling /core/interface-language',
  'van de NLGov REST API Design Rules; de Nederlandse term staat in de omschrijving. Dagen zijn kalenderdagen in Europe/Amsterdam, bedragen hele eurocenten.',
  'Elke opdracht draagt een eigen Idempotency-Key; wie besluit op wat hij zag, stuurt If-Match.',
].join(' ');

/** zod writes JSON Schema 2020-12, the dialect of OpenAPI 3.1; a schema with .meta({ id }) becomes a component. */
function converter(): StandardSchemaConverter {
  const seen = new Map<string, string>();
  return (schema, { schemaType }) => {
    if (!(schema instanceof z.ZodType)) return undefined;
    const { $schema: _dialect, $defs: components = {}, ...rest } = z.toJSONSchema(schema, { io: schemaType });
    for (const [id, definition] of Object.entries(components)) {
      const text = JSON.stringify(definition, withoutClosedObjects);
      if ((seen.get(id) ?? text) !== text) throw new Error(`OpenAPI component ${id} differs between input and output`);
      seen.set(id, text);
    }
    return { schema: rest, components };
  };
}

const withoutClosedObjects = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && value === false ? undefined : value;

/** The OpenAPI 3.1 document of the running application: made from the schemas that check its requests and answers. */
export async function buildOpenApi(app: INestApplication): Promise<OpenAPIObject> {
  const swagger = await import('@nestjs/swagger');
  describeWith(swagger);
  const builder = new swagger.DocumentBuilder()
    .setTitle('Uitkomst')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setOpenAPIVersion('3.1.1')
    .setContact('Team Uitkomst', 'https://example.nl/uitkomst', 'uitkomst@example.nl')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl')
    .addServer('/v1', 'Deze installatie')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Ondertekend token' }, 'token')
    .addSecurityRequirements('token');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const convert = converter();
  const document = swagger.SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: convert,
    ignoreGlobalPrefix: true,
  });
  // Named by hand in the routes, so the walk over them does not find these.
  const answers = componentsOf(
    convert(z.union([ProblemDetails, ClaimPage, DeskPage, Journal, Remittance, Letter]), { schemaType: 'output' }),
  );
  const delivery = componentsOf(convert(Delivery, { schemaType: 'input' }));
  document.components = {
    ...document.components,
    headers: SHARED_HEADERS,
    schemas: { ...document.components?.schemas, ...answers, ...delivery },
  };
  return withComponents(withSharedProblems(withVersionHeader(document)));
}

type Converted = ReturnType<StandardSchemaConverter>;
type Components = NonNullable<OpenAPIObject['components']>;

/** What zod calls definitions, the document calls components; also where one schema is another under a name of its own. */
const withComponents = <T>(described: T): T =>
  JSON.parse(JSON.stringify(described).replaceAll('#/$defs/', '#/components/schemas/')) as T;
const componentsOf = (converted: Converted): NonNullable<Components['schemas']> =>
  withComponents<NonNullable<Components['schemas']>>(converted?.components ?? {});

/** Every operation, whatever its method. */
const operationsOf = (document: OpenAPIObject) =>
  Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].flatMap((operation) => (operation === undefined ? [] : [operation])),
  );

/** The API rules want the API-Version header declared on every answer. */
function withVersionHeader(document: OpenAPIObject): OpenAPIObject {
  const header = { description: 'Versie van de API', schema: { type: 'string' as const, examples: [API_VERSION] } };
  for (const { responses } of operationsOf(document))
    for (const response of Object.values(responses))
      if (response && !('$ref' in response)) response.headers = { ...response.headers, 'API-Version': header };
  return document;
}

/** A problem of one status is the same everywhere: it is written once. */
function withSharedProblems(document: OpenAPIObject): OpenAPIObject {
  const shared: NonNullable<Components['responses']> = {};
  for (const { responses } of operationsOf(document))
    for (const [status, response] of Object.entries(responses)) {
      if (Number(status) < 400 || response === undefined) continue;
      shared[status] ??= response;
      responses[status] = { $ref: `#/components/responses/${status}` };
    }
  document.components = { ...document.components, responses: shared };
  return document;
}
