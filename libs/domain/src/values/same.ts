import canonicalize from 'canonicalize';

/** Whether two contents say the same, whatever the order of their fields: what is heard twice is recorded once. */
export const same = (a: unknown, b: unknown): boolean => a === b || canonicalize(a) === canonicalize(b);
