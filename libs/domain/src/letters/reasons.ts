import type { Language } from '../sentences/format.js';
import { whatAProviderReads, whatStaffReads, type ReadDecision, type Reading } from '../sentences/readers.js';
import type { Letter, LetterSection, LetterWord, Say } from './letter.js';
import type { LetterSubject } from './subject.js';

interface Reader {
  readonly addressee: Letter['addressee'];
  readonly language: Language;
  readonly say: Say;
}

const HEADINGS: readonly (readonly [Reading['status'], LetterWord])[] = [
  ['FAIL', 'REASONS'],
  ['OPEN', 'STILL_OPEN'],
  ['INFO', 'REMARKS'],
];

/** Every reason as this reader may read it, from the one catalogue of sentences, under what it is: failing, open or good to know. */
export function reasonSections(subject: LetterSubject, { addressee, language, say }: Reader): readonly LetterSection[] {
  const decision = toldOf(subject);
  if (decision === undefined) return [];
  const readings = addressee === 'CLIENT' ? whatStaffReads(decision, language) : whatAProviderReads(decision, language);
  return HEADINGS.flatMap(([status, heading]) => {
    const points = readings.filter((reading) => reading.status === status).map(({ sentence }) => sentence);
    return points.length === 0 ? [] : [{ heading: say(heading), paragraphs: [], points }];
  });
}

/** A request for evidence tells of nothing else; an upheld objection is followed by a decision with reasons of its own. */
function toldOf({ notice, decision, about }: LetterSubject): ReadDecision | undefined {
  if (decision === undefined) return undefined;
  switch (notice.kind) {
    case 'INCOMPLETE':
    case 'EXPIRED':
      return evidenceOf(decision);
    case 'OBJECTION_DECIDED':
      return about?.type === 'ObjectionDecided' && about.payload.outcome === 'UPHELD' ? undefined : decision;
    case 'POSITIVE':
    case 'REJECTED':
    case 'REDUCED':
    case 'REVIEW':
    case 'CLAWBACK_PROPOSED':
    case 'CLAWBACK_DECIDED':
      return decision;
    default:
      return notice.kind satisfies never;
  }
}

const EVIDENCE = 'EVIDENCE_MISSING';
const evidenceOf = ({ outcome, fail, open, rules = [] }: ReadDecision): ReadDecision => ({
  outcome,
  fail: fail.filter((code) => code === EVIDENCE),
  open: open.filter((code) => code === EVIDENCE),
  rules: rules.filter(({ code }) => code === EVIDENCE),
});
