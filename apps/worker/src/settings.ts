import {
  KAFKA_ENVIRONMENT,
  kafkaAccess,
  NODE_ENVIRONMENT,
  nodeRelations,
  nodeSettings,
  readEnvironment,
  wholeNumber,
  type KafkaAccess,
  type NodeSettings,
} from '@uitkomst/processes';
import { z } from 'zod';

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a worker: every setting it knows. */
export const WORKER_ENVIRONMENT = z.object({
  ...NODE_ENVIRONMENT.shape,
  PORT: wholeNumber(0, 65_535).default(3001).describe('where it tells how it is (/health); 0 takes one that is free'),
  HOST: z.string().min(1).default('127.0.0.1').describe('the address it listens on'),
});

export interface WorkerSettings extends NodeSettings {
  /** Where it tells how it is; nothing else is served. */
  readonly port: number;
  readonly host: string;
}

/** The settings of a worker: those of the API beside it, which must name stores that several processes may use. */
export function readWorkerSettings(environment: Environment): WorkerSettings {
  const env = readEnvironment(environment, WORKER_ENVIRONMENT, (given) => nodeRelations(given, { shared: true }));
  return { ...nodeSettings(env), port: env.PORT, host: env.HOST };
}

/** How the brokers are reached, for commands that need nothing else. */
export function readBrokers(environment: Environment): KafkaAccess {
  const env = readEnvironment(environment, KAFKA_ENVIRONMENT, (given) => [
    [given['KAFKA_BROKERS'] === undefined, 'KAFKA_BROKERS: is needed'],
  ]);
  return kafkaAccess(env) as KafkaAccess; // There are brokers, or it had been refused.
}
