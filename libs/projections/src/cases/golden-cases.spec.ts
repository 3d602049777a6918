import { PRESETS, type DefinitionVersion } from '@uitkomst/domain';
import { runGoldenCases } from './golden-cases.js';

const standard = PRESETS.get('NL-STD@1');
const definition = (told: Partial<DefinitionVersion['parameters']> = {}): DefinitionVersion => {
  if (standard === undefined) throw new Error('NL-STD@1 is missing');
  const parameters = { ...standard.parameters, ...told };
  return { definitionId: 'HAARLEM', version: 3, parameters, validFrom: '2009-01-01' };
};
const CASE = `case: Anja
preset: HAARLEM@3
facts:
  - {e: BenefitGranted, id: b1, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04}
  - {e: TrajectAssigned, id: t1, provider: A, contract: K1, intake: 2008-02-04, start: 2008-02-11, rec: 2008-02-05}
  - {e: ServiceDelivered, traject: t1, date: 2008-07-20, kind: COURSE, rec: 2008-07-21}
  - {e: ApplicationStarted, job: j1, date: 2008-08-04, by: PROVIDER, rec: 2008-09-10}
  - {e: PlacementStarted, id: j1, employer: B, date: 2008-09-01, form: REGULAR, hours: 36, assurance: AUTHORITATIVE, rec: 2008-10-02}
  - {e: BenefitStopped, ref: b1, date: 2008-09-01, reason: WORK_EMPLOYMENT, rec: 2008-09-03}
claims:
  - {id: c1, provider: A, traject: t1, job: j1, submitted: 2008-12-01}
checks:
  - {c: c1, at: 2009-04-02, expect: {outcome: ELIGIBLE, fail: [], open: [], amount: 250000}}
`;

it('the cases of a set are decided under that set', async () => {
  const outcome = await runGoldenCases(definition(), { files: [CASE], tariffCents: 250_000 });
  expect(outcome).toEqual({ goldenCases: { passed: 1, failed: [] }, differences: [] });
});

it('a claim comes with every piece its set asks for', async () => {
  const text = CASE.replace(
    'checks:',
    'checks:\n  - {c: c1, at: 2009-04-02, preset: HAARLEM@3, expect: {outcome: ELIGIBLE, amount: 250000}}',
  );
  const outcome = await runGoldenCases(definition({ requiredEvidence: ['CONTRACT', 'PAYSLIP'] }), {
    files: [text],
    tariffCents: 250_000,
  });
  expect(outcome).toEqual({ goldenCases: { passed: 2, failed: [] }, differences: [] });
});

it.each([
  ['Beta BV', 'Werk & Co'],
  ['Beta', 'Beta BV'],
  ['Beta BV', 'Beta-Werk'],
  ['Beta', 'Werk'],
])('the odd cent of equal shares goes to the first by name: %s before %s', async (first, second) => {
  const text = CASE.replaceAll('provider: A,', `provider: "${first}",`)
    .replace(
      'claims:',
      `  - {e: AttributionDecided, job: j1, shares: {"${second}": 5000, "${first}": 5000}, rec: 2009-03-20}
  - {e: TrajectAssigned, id: t2, provider: "${second}", contract: K2, intake: 2008-02-04, start: 2008-02-11, rec: 2008-02-05}
claims:
  - {id: c2, provider: "${second}", traject: t2, job: j1, submitted: 2008-12-01}`,
    )
    .replace(
      'amount: 250000}}',
      'amount: 50001}}\n  - {c: c2, at: 2009-04-02, expect: {outcome: ELIGIBLE, amount: 50000}}',
    );
  const outcome = await runGoldenCases(definition({ minServices: 0 }), { files: [text], tariffCents: 100_001 });
  expect(outcome).toEqual({ goldenCases: { passed: 2, failed: [] }, differences: [] });
});

it('an organisation is the same one as provider and as employer, whatever its name', async () => {
  const text = CASE.replaceAll('provider: A,', 'provider: "Beta & Co",')
    .replace('employer: B,', 'employer: "Werk & Co",')
    .replace(
      'claims:',
      '  - {e: AffiliationRegistered, provider: "Beta & Co", employer: "Werk & Co", from: 2008-01-01, rec: 2008-01-02}\nclaims:',
    )
    .replace(/expect: .*}}/, 'expect: {outcome: REJECTED, fail: [EMPLOYER_AFFILIATED]}}');
  const outcome = await runGoldenCases(definition(), { files: [text], tariffCents: 250_000 });
  expect(outcome).toEqual({ goldenCases: { passed: 1, failed: [] }, differences: [] });
});

it('one that comes out otherwise is named, with its difference', async () => {
  const outcome = await runGoldenCases(definition({ milestones: [{ code: 'SUSTAINED', sustain: 'P12M' }] }), {
    files: [CASE],
    tariffCents: 250_000,
  });
  expect(outcome).toEqual({
    goldenCases: { passed: 0, failed: ['Anja'] },
    differences: [expect.stringMatching(/^DIFF Anja c1 at 2009-04-02: PENDING until .*; expected ELIGIBLE 250000$/)],
  });
});

it.each([
  ['case: x\nfacts: 7\n', 'case:2: facts'],
  [CASE.replace('HAARLEM@3', 'NL-STD@1'), 'case:2: preset names the preset NL-STD@1, which does not exist'],
])('what cannot be read says where: %j', async (text, reason) => {
  const outcome = await runGoldenCases(definition(), { files: [CASE, text], tariffCents: 250_000 });
  expect(outcome).toMatchObject({
    problems: expect.arrayContaining([{ index: 1, reason: expect.stringContaining(reason) }]),
  });
});
