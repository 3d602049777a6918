/** The name a letter gets: what kind it is and which decision it tells of, so that sending twice names one letter. */
export const letterIdOf = (kind: string, subjectEventId: string): string =>
  `${kind}_${subjectEventId.slice(-12).toUpperCase()}`;

/** A letter named as above in words: its kind, and the tail of what it tells of. Any other keeps the name it was given. */
export function letterNameOf(letterId: string, kinds: Readonly<Record<string, string>>): string {
  const [, kind = '', tail = ''] = /^([A-Z_]+)_([0-9A-F]{12})$/.exec(letterId) ?? [];
  const word = kinds[kind];
  return word === undefined ? letterId : `${word} ${tail}`;
}
