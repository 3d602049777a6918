import { sqlState } from '@uitkomst/ledger';
import { LeaseLost } from '../../lease.js';
import { CheckpointMoved, ReadsUnavailable } from '../../reads.js';

/** Connection, resources, an operator's intervention, a server that may only read: the fault is not in what was asked. */
const AWAY = /^(08|53|57|58)|^25006$/;

/** Says so where the server was away, and leaves every other error what it is. */
export async function answered<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    const state = sqlState(error);
    const ours = error instanceof LeaseLost || error instanceof CheckpointMoved;
    if (ours || (state !== undefined && !AWAY.test(state))) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadsUnavailable(`The read store does not answer: ${reason}`, { cause: error });
  }
}
