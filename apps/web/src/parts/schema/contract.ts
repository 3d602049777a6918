import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '../../shell/api/problem.js';
import { sendForJson, type Answer } from '../../shell/api/send.js';
import type { Role } from '../../shell/session/session.js';

/** As much of JSON Schema as the schemas of what people record use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-may-record'?: readonly Role[];
}

/** The OpenAPI document as the server serves it: what it says of a body is what the server checks. */
export interface Contract {
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export const useContract = (): UseQueryResult<Answer<Contract>, Problem> =>
  useQuery({
    queryKey: ['/v1/openapi.json'],
    queryFn: () => sendForJson<Contract>({ path: '/v1/openapi.json' }),
    staleTime: Infinity,
  });
