import { readFileSync } from 'node:fs';
import { Journal, Letter, Remittance } from '@uitkomst/contracts';

interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Response>>;
    readonly headers: Readonly<Record<string, { readonly required?: boolean }>>;
  };
}

const { paths, components } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as Document;
const routes = Object.entries(paths).map(([path, operations]) => ({
  operations,
  isOf: new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  named: path.split('{').length,
}));

/** Throws where an answer is none that the document promises of its route; of what is no route it promises nothing. */
export function mustBeDocumented({ method, url, status, headers, body }: Answered): void {
  const [path = ''] = url.split('?');
  const [route] = routes.filter(({ isOf }) => isOf.test(path)).toSorted((a, b) => a.named - b.named);
  const operation = route?.operations[method.toLowerCase()];
  if (operation === undefined) return;
  const said = operation.responses[String(status)];
  const response = said?.$ref === undefined ? said : components.responses[said.$ref.split('/').at(-1) ?? ''];
  const types = Object.keys(response?.content ?? {});
  const type = String(headers['content-type']).split(';')[0] ?? '';
  if (response === undefined || !types.includes(type))
    throw new Error(`${method} ${path} answered ${status} ${type}, which the document does not say of it`);
  if (status < 400) mustSayHeaders(`${method} ${path}`, response, headers);
  const name = response.content?.[type]?.schema?.$ref?.split('/').at(-1);
  DOCUMENTS.get(name ?? '')?.parse(body);
}

/** Where something was made, and the version to decide on: generated clients read only what the document names. */
function mustSayHeaders(what: string, { headers: said = {} }: Response, headers: Answered['headers']): void {
  for (const name of ['Location', 'ETag']) {
    const isSent = headers[name.toLowerCase()] !== undefined;
    if (isSent && said[name] === undefined)
      throw new Error(`${what} answered with ${name}, which the document does not say`);
    if (!isSent && said[name] !== undefined && components.headers[name]?.required === true)
      throw new Error(`${what} answered without ${name}, which the document promises`);
  }
}

/** What leaves as a document is checked by no schema on its way out: its form in JSON is checked here. */
const DOCUMENTS: ReadonlyMap<string, { parse(body: unknown): unknown }> = new Map<
  string,
  { parse(body: unknown): unknown }
>([
  ['Journal', Journal.strict()],
  ['Remittance', Remittance.strict()],
  ['Letter', Letter.strict()],
]);
