import { accept, refuse } from '../../decider.js';
import type { Command, FileDecision } from '../asking.js';
import type { ClientFile } from '../client-file.js';

/** Opens the file for a person. A claim may have come first: then the file exists and is registered now. */
export const registerClient = (
  { registration: known }: ClientFile,
  { registration }: Command<'RegisterClient'>,
): FileDecision =>
  known.registeredOn === undefined
    ? accept({ type: 'ClientRegistered', payload: registration })
    : refuse('ALREADY_REGISTERED');
