import { parentPort, workerData } from 'node:worker_threads';
import { closeSqlite } from '@uitkomst/ledger';
import { openReads, Statements } from '../open-reads.js';
import { writeTables } from './table-change.js';
import type { Writing, Written } from './writing-thread.js';

if (parentPort === null) throw new Error('This file is the beginning of a thread');
const port = parentPort;
const db = openReads(workerData as string);
const statements = new Statements(db);

function written(writing: Writing): Written {
  try {
    writeTables(db, statements, writing);
    return { ok: true };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, name, message };
  }
}

port.on('message', (asked: Writing | 'close') => {
  if (asked !== 'close') return port.postMessage(written(asked));
  statements.forget();
  closeSqlite(db);
  port.close();
});
