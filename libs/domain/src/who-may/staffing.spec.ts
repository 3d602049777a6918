import fc from 'fast-check';
import type { Role } from '../event.js';
import { WHO_MAY } from './duties.js';
import { JOURNEYS, staffingOf, type StaffMember } from './staffing.js';

const staff = (numbers: Partial<Record<Role, number>>): readonly StaffMember[] =>
  Object.entries(numbers).flatMap(([role, number]) =>
    Array.from({ length: number }, (_, index) => ({ subject: `${role}-${index + 1}`, roles: [role as Role] })),
  );
const office = { CONTRACTS: 1, FINANCE: 1 } as const;
const stuck = (people: readonly StaffMember[]) =>
  staffingOf(people).flatMap((one) => (one.possible ? [] : [`${one.journey.code} ${one.nobodyFor}`]));

it('three officers and three second approvers can do everything', () => {
  expect(stuck(staff({ ...office, OFFICER: 3, APPROVER2: 3 }))).toEqual([]);
});

it.each([
  [{ OFFICER: 2, APPROVER2: 3 }, ['PAY_REVIEWED RELEASE_BATCH', 'RECLAIM RELEASE_BATCH', 'OBJECTION RELEASE_BATCH']],
  [{ OFFICER: 3, APPROVER2: 2 }, ['OBJECTION DECIDE_OBJECTION']],
  [{ OFFICER: 3, APPROVER2: 1 }, ['RECLAIM DECIDE_CLAWBACK', 'OBJECTION DECIDE_CLAWBACK']],
  [
    { OFFICER: 1, APPROVER2: 3 },
    [
      'PAY_SMALL RELEASE_BATCH',
      'PAY RELEASE_BATCH',
      'PAY_REVIEWED APPROVE_1',
      'RECLAIM APPROVE_1',
      'OBJECTION APPROVE_1',
    ],
  ],
])('with %j nobody is left for %j', (numbers, expected) => {
  expect(stuck(staff({ ...office, ...numbers }))).toEqual(expected);
});

it('says who has the role and what they had done', () => {
  const pay = staffingOf(staff({ OFFICER: 1 })).find(({ journey }) => journey.code === 'PAY_SMALL');
  expect(pay).toMatchObject({
    possible: false,
    nobodyFor: 'RELEASE_BATCH',
    barred: [{ subject: 'OFFICER-1', did: ['APPROVE_1', 'PREPARE_BATCH'] }],
  });
});

it('a person with two roles is one person', () => {
  const both: readonly Role[] = ['OFFICER', 'APPROVER2'];
  const people = ['a', 'b', 'c'].map((subject) => ({ subject, roles: both }));
  expect(stuck(people)).toContain('PAY_REVIEWED RELEASE_BATCH');
  expect(stuck(people)).not.toContain('PAY RELEASE_BATCH');
});

it('without anybody to confirm accounts nobody is paid', () => {
  expect(stuck(staff({ CONTRACTS: 2, OFFICER: 3, APPROVER2: 3 }))).toEqual(['ACCOUNT CONFIRM_ACCOUNT']);
});

it('never names a way that the matrix forbids, and more people never make less possible', () => {
  const roles = fc.uniqueArray(fc.constantFrom<Role>('OFFICER', 'APPROVER2', 'FINANCE', 'CONTRACTS'), { minLength: 1 });
  const people = fc
    .array(roles, { maxLength: 8 })
    .map((all) => all.map((held, index) => ({ subject: `p${index}`, roles: held })));
  fc.assert(
    fc.property(people, roles, (some, extra) => {
      const possible = staffingOf(some).filter((one) => one.possible);
      for (const { by } of possible)
        for (const [at, { duty, subject }] of by.entries()) {
          const earlier = by.slice(0, at).filter((one) => one.subject === subject);
          expect(earlier.filter((one) => WHO_MAY[duty].notAfter.includes(one.duty))).toEqual([]);
          expect(
            some.find((one) => one.subject === subject)?.roles.some((role) => WHO_MAY[duty].roles.includes(role)),
          ).toBe(true);
        }
      const more = staffingOf([...some, { subject: 'extra', roles: extra }]).filter((one) => one.possible);
      expect(more.length).toBeGreaterThanOrEqual(possible.length);
    }),
    { numRuns: 100 },
  );
});

it('each journey is a way through the duties in their order', () => {
  for (const { duties } of JOURNEYS) expect(new Set(duties).size).toBe(duties.length);
});
