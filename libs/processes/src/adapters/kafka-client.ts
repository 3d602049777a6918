import { Kafka, logLevel } from 'kafkajs';
import type { KafkaAccess } from '../settings/kafka-settings.js';

/** Told of the client's own troubles: outages, not every retry. */
export type OnKafkaTrouble = (message: string) => void;

/**
 * A client of the brokers. The time to connect is generous: with the client's own second, a broker that restarts is held for lost.
 * What the client logs is handed on without its data, which may name keys.
 */
export const kafkaClient = ({ brokers, tls, login }: KafkaAccess, onTrouble: OnKafkaTrouble): Kafka =>
  new Kafka({
    clientId: 'uitkomst',
    brokers: [...brokers],
    ssl: tls,
    ...(login && { sasl: { mechanism: 'scram-sha-512' as const, ...login } }),
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ log }) =>
        onTrouble(log.message),
  });
