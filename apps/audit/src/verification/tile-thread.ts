import { parentPort, workerData } from 'node:worker_threads';
import { lookAtTile } from './look-at-tile.js';
import type { TileSeen } from './tiles-ahead.js';

// A thread that looks at the tiles it is asked for, one after another.
const port = parentPort;
if (port === null) throw new Error('This is no program but a thread');
const { folder } = workerData as { readonly folder: string };
const tell = (seen: TileSeen): void => port.postMessage(seen);
port.on('message', (tile: number) => {
  const sound = lookAtTile(folder, tile);
  tell({ tile, ...(sound && { sound }) });
});
