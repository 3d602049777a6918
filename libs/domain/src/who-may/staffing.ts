import type { Role } from '../event.js';
import type { Label } from '../sentences/labels.js';
import { WHO_MAY, type Duty } from './duties.js';

/** Somebody on the list of staff: two roles of one person are one person. */
export interface StaffMember {
  readonly subject: string;
  readonly roles: readonly Role[];
}

/** Something a municipality must be able to carry through, and who has to act in it. */
export interface Journey extends Label {
  readonly code: string;
  readonly duties: readonly Duty[];
}

const PAY = ['APPROVE_1', 'APPROVE_2', 'PREPARE_BATCH', 'RELEASE_BATCH'] as const;
const REVIEWED = ['RESOLVE_REVIEW', 'DECIDE_ATTRIBUTION', ...PAY] as const;

/** From the ordinary to what only comes up now and then; each is longer than the one before. */
export const JOURNEYS: readonly Journey[] = [
  {
    code: 'ACCOUNT',
    duties: ['REGISTER_ACCOUNT', 'CONFIRM_ACCOUNT'],
    nl: 'een rekening van een aanbieder in gebruik nemen',
    en: 'take an account of a provider into use',
  },
  {
    code: 'PAY_SMALL',
    duties: ['APPROVE_1', 'PREPARE_BATCH', 'RELEASE_BATCH'],
    nl: 'een bonus onder de drempel betalen',
    en: 'pay a bonus below the threshold',
  },
  { code: 'PAY', duties: PAY, nl: 'een bonus betalen', en: 'pay a bonus' },
  {
    code: 'PAY_REVIEWED',
    duties: REVIEWED,
    nl: 'een bonus betalen na beoordeling en toerekening',
    en: 'pay a bonus after review and attribution',
  },
  {
    code: 'RECLAIM',
    duties: [...REVIEWED, 'DECIDE_CLAWBACK'],
    nl: 'een betaalde bonus terugvorderen',
    en: 'reclaim a bonus that was paid',
  },
  {
    code: 'OBJECTION',
    duties: [...REVIEWED, 'RELEASE_NOTICE', 'DECIDE_CLAWBACK', 'DECIDE_OBJECTION'],
    nl: 'op bezwaar tegen een terugvordering beslissen',
    en: 'decide an objection against a clawback',
  },
];

export interface Acting {
  readonly duty: Duty;
  readonly subject: string;
}

/** Whether these people can carry a journey through, with one way to do it, or the duty for which nobody is left. */
export type Staffed =
  | { readonly journey: Journey; readonly possible: true; readonly by: readonly Acting[] }
  | {
      readonly journey: Journey;
      readonly possible: false;
      /** As far as they come at best. */
      readonly by: readonly Acting[];
      readonly nobodyFor: Duty;
      /** Those who have the role, and what they had done already on the way as far as they came. */
      readonly barred: readonly { readonly subject: string; readonly did: readonly Duty[] }[];
    };

/** What can be carried through with these people, before the first claim shows it. */
export const staffingOf = (people: readonly StaffMember[]): readonly Staffed[] =>
  JOURNEYS.map((journey) => staffed(journey, people));

function staffed(journey: Journey, people: readonly StaffMember[]): Staffed {
  const by = furthest(journey.duties, people, []);
  const nobodyFor = journey.duties[by.length];
  if (nobodyFor === undefined) return { journey, possible: true, by };
  const barred = people
    .filter((person) => mayActAs(person, nobodyFor))
    .map(({ subject }) => ({ subject, did: by.filter((one) => one.subject === subject).map(({ duty }) => duty) }));
  return { journey, possible: false, by, nobodyFor, barred };
}

/** The longest way from here: the first complete one that is found, else the one that comes furthest. */
function furthest(duties: readonly Duty[], people: readonly StaffMember[], by: readonly Acting[]): readonly Acting[] {
  const duty = duties[by.length];
  if (duty === undefined) return by;
  let best = by;
  for (const person of candidates(duty, people, by)) {
    const found = furthest(duties, people, [...by, { duty, subject: person.subject }]);
    if (found.length === duties.length) return found;
    if (found.length > best.length) best = found;
  }
  return best;
}

/** Who may, given what was done; of people who are alike (the same roles, and did nothing yet) one is enough to try. */
function candidates(duty: Duty, people: readonly StaffMember[], by: readonly Acting[]): readonly StaffMember[] {
  const alike = new Set<string>();
  return people.filter((person) => {
    const did = by.filter(({ subject }) => subject === person.subject).map((one) => one.duty);
    if (!mayActAs(person, duty) || did.some((done) => WHO_MAY[duty].notAfter.includes(done))) return false;
    const kind = `${[...person.roles].toSorted().join(' ')}: ${did.join(' ')}`;
    if (alike.has(kind)) return false;
    alike.add(kind);
    return true;
  });
}

const mayActAs = ({ roles }: StaffMember, duty: Duty): boolean =>
  WHO_MAY[duty].roles.some((role) => roles.includes(role));
