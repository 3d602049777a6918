import { canonical } from './canonical.js';

/** Whether two contents say the same, whatever the order of their fields: what is heard twice is recorded once. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
