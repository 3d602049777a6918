import { addDuration, dayOf, durationOf, textOf } from '../values/calendar-date.js';
import type { LetterSection, Say } from './letter.js';
import type { LetterSubject } from './subject.js';

/** Six weeks from the day after the letter (Awb 6:7 and 6:8). */
const TERM = durationOf('P6W');

/** What the reader can do about it, with its last day: under the Awb or under the contract, whichever they agreed. */
export function remedyOf({ notice, regime, contractId }: LetterSubject, say: Say): readonly LetterSection[] {
  const contract = regime === 'CONTRACT';
  switch (notice.kind) {
    case 'POSITIVE':
      return [];
    case 'INCOMPLETE':
    case 'REVIEW':
      return [{ heading: say('HEADING_REQUEST'), paragraphs: [say(contract ? 'REQUEST_CONTRACT' : 'REQUEST')] }];
    case 'CLAWBACK_PROPOSED': {
      const heard = say('HEARD', { date: notice.termUntilOn, no: contract ? undefined : '4:8' });
      return [{ heading: say('HEADING_HEARD'), paragraphs: [heard, say('HEARD_BY')] }];
    }
    case 'REJECTED':
    case 'REDUCED':
    case 'EXPIRED':
    case 'CLAWBACK_DECIDED':
    case 'OBJECTION_DECIDED': {
      const date = notice.termUntilOn ?? textOf(addDuration(dayOf(notice.notifiedOn), TERM));
      const paragraphs = contract ? [say('DISPUTE', { no: contractId, date })] : underTheAwb(notice.kind, date, say);
      return [{ heading: say('HEADING_OBJECT'), paragraphs }];
    }
    default:
      return notice.kind satisfies never;
  }
}

/** Against a decision objection; against the decision on that, appeal. */
const underTheAwb = (kind: LetterSubject['notice']['kind'], date: string, say: Say): readonly string[] =>
  kind === 'OBJECTION_DECIDED'
    ? [say('APPEAL', { date })]
    : [say('OBJECT', { date }), say('OBJECT_HOW'), say('OBJECT_EFFECT')];
