import { join } from 'node:path';
import { z } from 'zod';
import type { Given, Relation } from './read-environment.js';

const BROKER = /^[^\s,:/]+:(\d{1,5})$/;
const PORT_MAX = 65_535;

/** The environment of what goes in and out by Kafka. */
export const KAFKA_ENVIRONMENT = z.object({
  KAFKA_BROKERS: z
    .string()
    .refine((brokers) => brokers.split(',').every(isBroker), 'must be host:port, more of them with commas between')
    .optional()
    .describe('host:port, more with commas between; without it nothing goes out or comes in by Kafka'),
  KAFKA_TLS: z.enum(['on', 'off']).default('off').describe('whether the brokers are reached by TLS'),
  KAFKA_USERNAME: z.string().min(1).optional().describe('with KAFKA_PASSWORD: who signs in there, by SCRAM-SHA-512'),
  KAFKA_PASSWORD: z.string().min(1).optional().describe('see KAFKA_USERNAME'),
  KAFKA_KEYS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'secrets towards Kafka, the same for all processes; else kafka-keys.json in the data folder, made at first start',
    ),
  OIN: z
    .string()
    .regex(/^\d{20}$/, 'must be the 20 digits of the organisation')
    .optional()
    .describe('with KAFKA_BROKERS: the 20 digits of the organisation that published events name'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address of the API: https://…/v1' })
    .refine(isPlace, 'must end in /v1, without a query, a fragment or a name to sign in with')
    .optional()
    .describe('the address of the API, https://…/v1; needed with KAFKA_BROKERS and OIDC_CLIENT_ID'),
});

/** The API itself, to which paths are added. */
function isPlace(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { pathname, username, password } = new URL(text);
  return pathname.endsWith('/v1') && !/[?#]/.test(text) && username === '' && password === '';
}

function isBroker(text: string): boolean {
  const port = Number(BROKER.exec(text)?.[1]);
  return port >= 1 && port <= PORT_MAX; // No match is not a number, and so neither.
}

/** How the brokers are reached, and as whom. */
export interface KafkaAccess {
  readonly brokers: readonly string[];
  readonly tls: boolean;
  readonly login?: { readonly username: string; readonly password: string };
}

export interface KafkaSettings {
  readonly access: KafkaAccess;
  /** Secrets towards Kafka: made there when the file is not there yet. */
  readonly keysFile: string;
  /** Organisatie-identificatienummer that published events name as their source. */
  readonly oin: string;
  /** Address of the API as consumers of events reach it. */
  readonly publicUrl: string;
}

export const kafkaRelations = (given: Given): readonly Relation[] => {
  const asked = given['KAFKA_BROKERS'] !== undefined;
  const plain = given['PUBLIC_URL']?.startsWith('http:') === true;
  return [
    [asked && !given['OIN'], 'OIN: is needed with KAFKA_BROKERS: published events name their source'],
    [asked && !given['PUBLIC_URL'], 'PUBLIC_URL: is needed with KAFKA_BROKERS: published events refer to the API'],
    [plain && given['NODE_ENV'] === 'production', 'PUBLIC_URL: must be https in production'],
    [
      (given['KAFKA_USERNAME'] === undefined) !== (given['KAFKA_PASSWORD'] === undefined),
      'KAFKA_USERNAME: name both KAFKA_USERNAME and KAFKA_PASSWORD, or neither',
    ],
  ];
};

/** Undefined where no broker is named. */
export function kafkaAccess(env: z.infer<typeof KAFKA_ENVIRONMENT>): KafkaAccess | undefined {
  const { KAFKA_BROKERS: brokers, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = env;
  if (brokers === undefined) return undefined;
  const login = username !== undefined && password !== undefined ? { username, password } : undefined;
  return { brokers: brokers.split(','), tls: env.KAFKA_TLS === 'on', ...(login && { login }) };
}

/** Undefined where no broker is named. */
export function kafkaSettings(env: z.infer<typeof KAFKA_ENVIRONMENT>, dataFolder: string): KafkaSettings | undefined {
  const { OIN: oin, PUBLIC_URL: publicUrl } = env;
  const access = kafkaAccess(env);
  if (access === undefined || oin === undefined || publicUrl === undefined) return undefined;
  return { access, keysFile: env.KAFKA_KEYS_FILE ?? join(dataFolder, 'kafka-keys.json'), oin, publicUrl };
}
