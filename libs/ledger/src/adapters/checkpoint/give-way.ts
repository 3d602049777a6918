import { constants, setPriority } from 'node:os';

/**
 * Lets requests go first where there are more threads than processors. On Linux a thread has a priority of its own; elsewhere the
 * process has one, which is left alone.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
