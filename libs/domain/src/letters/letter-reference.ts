import type { Letter, Say } from './letter.js';
import type { LetterSubject } from './subject.js';

/** What the system itself names a letter: its kind, and the tail of the event it tells of. */
const NAMED_BY_SYSTEM = /^[A-Z_]+_(?<tail>[0-9A-F]{12})$/;
/** The one name without a tail: a claim is asked for its evidence once. */
const FOR_EVIDENCE = 'REQUEST_FOR_EVIDENCE';

/** The reference a reader cites: words where the system gave the name, and as the municipality wrote it where that did. */
export function referenceOf({ letterId, kind }: LetterSubject['notice'], say: Say): Letter['letterId'] {
  const name = say(`NAME_${kind}`);
  if (letterId === FOR_EVIDENCE) return name;
  const tail = NAMED_BY_SYSTEM.exec(letterId)?.groups?.['tail'];
  return tail === undefined ? letterId : `${name} ${tail}`;
}
