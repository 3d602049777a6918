import { pino, stdSerializers, type Logger } from 'pino';

/** The log of the process. No names, numbers of persons, addresses or free text: ids, codes, counts and durations only. */
export type Log = Logger;

export const openLog = (level: string): Log => pino({ level, base: null, serializers: { error: stdSerializers.err } });
