import { memoryLedger } from '@uitkomst/ledger';
import { uuidv7 } from 'uuidv7';
import { binaryEvents } from '../../../libs/ledger/src/adapters/eventstoredb/event-bytes.js';
import { claimFile } from '../../bench/claim-file.js';
import { StandIn } from './stand-in.js';

const CLERK = { id: 'import-1', role: 'CASEMGR', orgId: 'gemeente' } as const;
const LEDGER = 'filled';

/**
 * A stand-in in a process of its own, as a server is, with a ledger of so many files of claims put into its memory. Writes its address
 * when it is ready. Arguments: how many files.
 */
async function main(files: number): Promise<void> {
  const standIn = await StandIn.start();
  for (let file = 0; file < files; file += 1) {
    const ref = `aaaaaaaa${file.toString(32).padStart(5, '0')}`.replace(/[0189]/g, (digit) =>
      'wxyz'.charAt('0189'.indexOf(digit)),
    );
    const made = await memoryLedger().append(
      `client-0000-${ref}`,
      'none',
      claimFile(ref).map(({ type, payload }) => ({
        id: uuidv7(),
        type,
        payload,
        actor: CLERK,
        commandId: uuidv7(),
        commandHash: 'a'.repeat(64),
      })),
    );
    if (!made.ok) throw new Error('A file was refused');
    const events = binaryEvents(made.events).map(({ id, type, contentType, data, metadata }) => ({
      id,
      type,
      contentType,
      data,
      customMetadata: metadata as Uint8Array,
    }));
    standIn.log.append(`${LEDGER}.client-0000-${ref}`, 'none', events);
  }
  process.stdout.write(`${standIn.url(LEDGER)}\n`);
}

void main(Number(process.argv[2]));
