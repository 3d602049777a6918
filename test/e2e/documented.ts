import { readFileSync } from 'node:fs';
import { Journal, Letter, Remittance } from '@uitkomst/contracts';

interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

const { paths, components } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as Document;
const routes = Object.entries(paths).map(([path, operations]) => ({
  operations,
  isOf: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  named: path.split('{').length,
}));

/** Throws where an answer is none that the document promises of its route; of what is no route it promises nothing. */
export function mustBeDocumented({ method, url, status, contentType, body }: Answered): void {
  const [path = ''] = url.split('?');
  const [route] = routes.filter(({ isOf }) => isOf.test(path)).toSorted((a, b) => a.named - b.named);
  const operation = route?.operations[method.toLowerCase()];
  if (operation === undefined) return;
  const said = operation.responses[String(status)];
  const response = said?.$ref === undefined ? said : components.responses[said.$ref.split('/').at(-1) ?? ''];
  const types = Object.keys(response?.content ?? {});
  const type = contentType.split(';')[0] ?? '';
  if (response === undefined || !types.includes(type))
    throw new Error(`${method} ${path} answered ${status} ${type}, which the document does not say of it`);
  const name = response.content?.[type]?.schema?.$ref?.split('/').at(-1);
  DOCUMENTS.get(name ?? '')?.parse(body);
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
