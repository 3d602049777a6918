import { Kafka, logLevel } from 'kafkajs';

/** What of the client's own log is worth telling: outages, not every retry. */
export type OnKafkaTrouble = (message: string) => void;

/**
 * A client of the brokers. The time to connect is generous: with the client's own second, a broker that restarts is held for lost.
 * What the client logs is handed on without its data, which may name keys.
 */
export const kafkaClient = (brokers: readonly string[], onTrouble: OnKafkaTrouble): Kafka =>
  new Kafka({
    clientId: 'uitkomst',
    brokers: [...brokers],
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ log }) =>
        onTrouble(log.message),
  });
