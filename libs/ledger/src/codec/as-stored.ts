import type { Codec } from './codec.js';
import { DecodedEvent } from './decoded-event.js';

/** Gives events as they are stored, also those this program does not know or that somebody changed: for who verifies or copies them. */
export const AS_STORED: Codec = {
  prepare: () => {
    throw new Error('This ledger was opened to be looked at');
  },
  decode: (stored) => new DecodedEvent(stored, (payload) => payload),
};
