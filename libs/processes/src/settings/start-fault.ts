import { reasonOf } from './places.js';

/** What the person who starts the program can do something about, in its own words. */
const TOLD: ReadonlySet<string> = new Set([
  'SettingsRefused',
  'LedgerInUse',
  'LedgerUnavailable',
  'PostgresUnreachable',
  'SchemaRefused',
  'ReadsUnavailable',
  'UnknownEngine',
  'StoreRefused',
  'RegisterBroken',
  'KeyFileBroken',
]);

interface AtAddress {
  readonly code?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
}

/** Why a start failed, in a line for whoever started it; undefined for a bug, which is told with all there is to know of it. */
export function startFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (TOLD.has(error.name)) return error.message;
  if ((error as Error & AtAddress).code?.startsWith('ERR_PARSE_ARGS_') === true) return error.message;
  if (error.name.startsWith('KafkaJS')) return `KAFKA_BROKERS: ${error.message}`;
  return listenFault(error) ?? fileFault(error);
}

function listenFault(error: Error & AtAddress): string | undefined {
  const { code, syscall, address, hostname, port } = error;
  if (syscall === 'getaddrinfo') return `HOST: ${hostname} is no address of this machine`;
  if (syscall !== 'listen') return undefined;
  if (code === 'EADDRINUSE') return `PORT: ${port} at ${address} is taken by another program`;
  if (code === 'EADDRNOTAVAIL') return `HOST: ${address} is no address of this machine`;
  return code === 'EACCES' ? `PORT: ${port} is not for this user to listen at` : undefined;
}

function fileFault(error: NodeJS.ErrnoException): string | undefined {
  const reason = reasonOf(error);
  return reason !== undefined && error.path !== undefined ? `${error.path} ${reason}` : undefined;
}
