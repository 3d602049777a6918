import { existsSync } from 'node:fs';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';

/** What the thread needs: the file of the read store, and the end of the line it is asked on. */
export interface RowsThreadData {
  readonly path: string;
  readonly port: MessagePort;
}

export interface RowsThreadOptions {
  /** Where the thread begins; elsewhere only in tests and benchmarks, which run from the sources. */
  readonly main?: URL | undefined;
  /** Told why the thread ended. */
  readonly onError?: (error: unknown) => void;
}

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));
const MAIN = new URL('./rows-main.js', import.meta.url);

/** Run from its sources (in tests) the program has no file a thread could begin with. */
export const hasRowsThread = (path: string): boolean => path !== ':memory:' && existsSync(MAIN);

/**
 * Begins a thread that writes rows, and gives the line it is asked on; it ends when nobody is at the other end any more. To be called
 * in the main thread only: with the thread that began it a thread is ended wherever it is, and within a call of SQLite that would
 * end the whole process.
 */
export function beginRowsThread(path: string, { main = MAIN, onError = warn }: RowsThreadOptions = {}): MessagePort {
  const { port1: port, port2: line } = new MessageChannel();
  const workerData: RowsThreadData = { path, port };
  const worker = new Worker(main, { workerData, transferList: [port], name: 'rows' });
  worker.on('error', onError); // It ends of it, and whoever asked hears that the line is broken.
  worker.unref(); // It does not keep the process alive.
  return line;
}
