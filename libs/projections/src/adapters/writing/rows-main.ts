import { workerData } from 'node:worker_threads';
import { closeSqlite, giveWay } from '@uitkomst/ledger';
import { openReads, Statements } from '../open-reads.js';
import type { Written, Writing } from './rows-beside.js';
import type { RowsThreadData } from './rows-thread.js';
import { writeTables } from './table-change.js';

const { path, port } = workerData as RowsThreadData;
giveWay();
const db = openReads(path);
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
