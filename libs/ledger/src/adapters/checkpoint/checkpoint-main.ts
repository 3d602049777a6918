import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from './give-way.js';
import { openSqlite } from '../open-sqlite.js';
import type { Asked, CheckpointThreadData } from './aside-checkpoints.js';

if (parentPort === null) throw new Error('This file is the beginning of a thread');
const port = parentPort;
const { path } = workerData as CheckpointThreadData;
giveWay();
const database = openSqlite(path);
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

/** What the writer adds meanwhile is followed so far that little is left to it when it begins its log anew. */
const TURNS_MAX = 4;
const FEW_PAGES = 64;

function workIn(): void {
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    const { log, checkpointed } = checkpoint.get() as { readonly log: number; readonly checkpointed: number };
    if (log - checkpointed < FEW_PAGES) return;
  }
}

port.on('message', (asked: Asked) => {
  if (asked === 'close') {
    database.close();
    return port.close();
  }
  try {
    workIn();
  } catch {
    // A full or harmed disk: all of it stands in the log, and the writer hears of it with its next commit.
  }
  port.postMessage('done');
});
