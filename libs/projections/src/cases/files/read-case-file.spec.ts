import { readCaseFile } from './read-case-file.js';
import { problemText } from './yaml-text.js';

const PRESETS = new Set(['NL-STD@1', 'NL-26W@1']);
const FACTS = `facts:
  - {e: BenefitGranted, id: b1, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04}`;
const CLAIMS = `claims:
  - {id: c1, provider: SAGENN, traject: t1, job: j1, submitted: 2008-12-01}`;
const CHECKS = `checks:
  - {c: c1, at: 2008-12-01}`;
const GOOD = `case: one\npreset: NL-STD@1\n${FACTS}\n${CLAIMS}\n${CHECKS}\n`;

const read = (text: string, beside: (name: string) => Promise<string> = () => Promise.resolve(GOOD)) =>
  readCaseFile('x.yaml', text, { presets: PRESETS, beside });

async function problemsOf(text: string): Promise<readonly string[]> {
  const result = await read(text);
  return 'problems' in result ? result.problems.map(problemText) : [];
}

describe('a case file', () => {
  it('is read as it is written', async () => {
    const result = await read(GOOD.replaceAll('b1', '007').replace('from: 2008-01-01', 'from: 2008-02-29'));
    expect(result).toEqual({
      cases: [
        {
          case: 'one',
          preset: 'NL-STD@1',
          facts: [{ e: 'BenefitGranted', id: '007', kind: 'BIJSTAND', from: '2008-02-29', rec: '2008-01-04' }],
          claims: [{ id: 'c1', provider: 'SAGENN', traject: 't1', job: 'j1', submitted: '2008-12-01' }],
          checks: [{ c: 'c1', at: '2008-12-01' }],
        },
      ],
    });
  });

  it('may tell of ends without a start and retract what never was', async () => {
    const facts = `  - {e: PlacementEnded, ref: nothing, date: 2008-01-01, rec: 2008-01-04}
  - {e: FactRetracted, target: nothing, reason: WRONG_PERSON, rec: 2008-01-04}
  - {e: ClaimPaid, claim: elsewhere, provider: P, episode: 2008-01-01, amount: 1, date: 2008-01-01, rec: 2008-01-04}`;
    expect(await read(GOOD.replace(FACTS, `facts:\n${facts}`))).toHaveProperty('cases');
  });

  it('may say null where it could say nothing, as the catalogue does of an open end', async () => {
    const open = `facts:
  - {e: BenefitReduced, id: ~, ref: b1, pct: 20, cause: EARNINGS, from: 2008-01-01, to: null, rec: 2008-01-04, note: null}
  - {e: PlacementStarted, id: j1, employer: E, hirer: null, date: 2008-01-01, form: REGULAR, hours: null, contractEnd: null, assurance: null, rec: 2008-01-04}`;
    const silent = open.replaceAll(/, \w+: (null|~)/g, '');
    const asked = 'expect: {outcome: PENDING, until: null, fail: null, open: null, amount: null}';
    const text = GOOD.replace('job: j1', 'job: null, assertedOutflow: null, outcomeType: null');
    const told = text.replace('at: 2008-12-01', `at: 2008-12-01, known: null, preset: null, whatIf: null, ${asked}`);
    expect(await read(told.replace(FACTS, open))).toEqual(
      await read(
        GOOD.replace(', job: j1', '')
          .replace('at: 2008-12-01', 'at: 2008-12-01, expect: {outcome: PENDING}')
          .replace(FACTS, silent),
      ),
    );
    expect(await problemsOf(told.replace(FACTS, open))).toEqual([]);
  });

  const DECISIONS = [
    '{e: AttributionDecided, id: x, job: j1, shares: {A: 10000}, rec: 2008-01-04}',
    '{e: ClaimPaid, id: x, claim: c1, provider: P, episode: 2008-01-01, amount: 1, date: 2008-01-01, rec: 2008-01-04}',
    '{e: ReviewResolved, id: x, claim: c1, codes: [EMPLOYMENT_UNVERIFIED], rec: 2008-01-04}',
    '{e: FactRetracted, id: x, target: b1, rec: 2008-01-04}',
  ];
  const AFFILIATED = '{e: AffiliationRegistered, id: x, provider: A, employer: B, from: 2008-01-01, rec: 2008-01-04}';
  const withFacts = (...facts: readonly string[]) =>
    GOOD.replace(FACTS, `facts:\n${facts.map((fact) => `  - ${fact}\n`).join('')}`);
  const RETRACTED = '{e: FactRetracted, target: x, rec: 2008-01-05}';

  it('may name any fact, and retract what is one of the file', async () => {
    expect(await problemsOf(withFacts(...DECISIONS, AFFILIATED))).toEqual([]);
    expect(await problemsOf(withFacts(AFFILIATED, RETRACTED))).toEqual([]);
  });

  it.each(DECISIONS)('retracts no decision, money or retraction: %s', async (fact) => {
    const kind = /e: (\w+)/.exec(fact)?.[1];
    expect(await problemsOf(withFacts(fact, RETRACTED))).toEqual([
      `x.yaml:5: facts[1].target names a ${kind}, which cannot be retracted`,
    ]);
  });

  const GRANTED = '{e: BenefitGranted, id: x, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04}';

  it('may give one name to facts of two kinds, but not retract it: nobody knows which', async () => {
    expect(await problemsOf(withFacts(AFFILIATED, GRANTED))).toEqual([]);
    expect(await problemsOf(withFacts(GRANTED, GRANTED.replaceAll('-01-04', '-01-06'), RETRACTED))).toEqual([]);
    expect(await problemsOf(withFacts(AFFILIATED, GRANTED, RETRACTED))).toEqual([
      'x.yaml:6: facts[2].target is the id of AffiliationRegistered and of BenefitGranted',
    ]);
  });

  it('decides on one job in one way a day: the order of a file means nothing', async () => {
    const whole = '{e: AttributionDecided, job: j1, shares: {A: 10000}, rec: 2008-01-04}';
    const none = whole.replace('A: 10000', 'A: 10000, B: 0');
    const halves = whole.replace('A: 10000', 'A: 5000, B: 5000');
    expect(await problemsOf(withFacts(whole, none, halves.replace('-04', '-05'), halves.replace('j1', 'j2')))).toEqual(
      [],
    );
    expect(await problemsOf(withFacts(whole, halves))).toEqual([
      'x.yaml:5: facts[1].shares differ from those decided for j1 on the same day',
    ]);
  });

  it('may say once what several parts have in common', async () => {
    const fact = 'e: BenefitGranted, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04';
    const merged = `facts:\n  - &first {${fact}, id: b1}\n  - {<<: *first, id: b2}`;
    const written = `facts:\n  - {${fact}, id: b1}\n  - {${fact}, id: b2}`;
    expect(await read(GOOD.replace(FACTS, merged))).toEqual(await read(GOOD.replace(FACTS, written)));
  });

  it('may be JSON, which is YAML too', async () => {
    const result = await read(GOOD);
    const text = JSON.stringify('cases' in result ? result.cases[0] : {});
    expect(await read(text)).toEqual(result);
  });

  it.each([
    ['nothing at all', '', ['x.yaml: holds nothing']],
    ['only a remark', '# later\n', ['x.yaml: holds nothing']],
    ['a list', '- 1\n', ['x.yaml:1: must be a case: an object with case, preset, facts, claims and checks']],
    ['a text', 'case\n', ['x.yaml:1: must be a case: an object with case, preset, facts, claims and checks']],
    ['a missing part', GOOD.replace(CLAIMS, ''), ['x.yaml:1: claims is missing']],
    ['no checks', GOOD.replace(CHECKS, 'checks: []'), ['x.yaml:7: checks must hold at least one check']],
    ['a part that is no list', GOOD.replace(FACTS, 'facts: none'), ['x.yaml:3: facts must be a list']],
    ['an unknown field of the file', `${GOOD}extra: 1\n`, ['x.yaml:9: extra is an unknown field']],
    [
      'an unknown field of a fact',
      GOOD.replace('kind:', 'colour: red, kind:'),
      ['x.yaml:4: facts[0].colour is an unknown field'],
    ],
    [
      'an unknown field of a claim',
      GOOD.replace('traject:', 'amount: 3, traject:'),
      ['x.yaml:6: claims[0].amount is an unknown field'],
    ],
    [
      'an unknown field of a check',
      GOOD.replace('c: c1', 'c: c1, when: 3'),
      ['x.yaml:8: checks[0].when is an unknown field'],
    ],
    [
      'an unknown field of what is expected',
      GOOD.replace('at: 2008-12-01', 'at: 2008-12-01, expect: {outcome: PENDING, untill: 2009-01-01}'),
      ['x.yaml:8: checks[0].expect.untill is an unknown field'],
    ],
    ['a missing field', GOOD.replace('kind: BIJSTAND, ', ''), ['x.yaml:4: facts[0].kind is missing']],
    [
      'null for a field it needs',
      GOOD.replace('from: 2008-01-01', 'from: null')
        .replace('traject: t1', 'submitted: null, traject: t1')
        .replace(', submitted: 2008-12-01', ''),
      [
        'x.yaml:4: facts[0].from must be a date: jjjj-mm-dd',
        'x.yaml:6: claims[0].submitted must be a date: jjjj-mm-dd',
      ],
    ],
    [
      'an unknown kind of fact',
      GOOD.replace('BenefitGranted', 'BenefitGiven'),
      ['x.yaml:4: facts[0].e is no kind of fact: BenefitGiven'],
    ],
    ['a fact without its kind', GOOD.replace('e: BenefitGranted, ', ''), ['x.yaml:4: facts[0].e is missing']],
    [
      '30 February',
      GOOD.replace('2008-01-04', '2008-02-30'),
      ['x.yaml:4: facts[0].rec must be an existing date: jjjj-mm-dd'],
    ],
    [
      'another way to write dates',
      GOOD.replace('at: 2008-12-01', 'at: 1-12-2008'),
      ['x.yaml:8: checks[0].at must be an existing date: jjjj-mm-dd'],
    ],
    [
      'an outcome that does not exist',
      GOOD.replace('at: 2008-12-01', 'at: 2008-12-01, expect: {outcome: FINE}'),
      ['x.yaml:8: checks[0].expect.outcome must be one of ELIGIBLE, REJECTED, PENDING, REVIEW, CLAWBACK'],
    ],
    [
      'a check of an unknown claim',
      GOOD.replace('c: c1', 'c: c9'),
      ['x.yaml:8: checks[0].c names the claim c9, which the file does not hold'],
    ],
    [
      'an unknown preset',
      GOOD.replace('preset: NL-STD@1', 'preset: NL'),
      ['x.yaml:2: preset names the preset NL, which does not exist'],
    ],
    [
      'an unknown preset of a check',
      GOOD.replace('c: c1', 'c: c1, preset: X@1'),
      ['x.yaml:8: checks[0].preset names the preset X@1, which does not exist'],
    ],
    [
      'a claim told twice',
      GOOD.replace(CLAIMS, `${CLAIMS}\n  - {id: c1, provider: P, submitted: 2008-12-01}`),
      ['x.yaml:7: claims[1].id is c1, as of an earlier claim'],
    ],
    [
      'broken YAML',
      GOOD.replace('c: c1,', 'c: [c1,'),
      [
        'x.yaml:8: Flow sequence in block collection must be sufficiently indented and end with a ]',
        'x.yaml:8: Flow map in block collection must be sufficiently indented and end with a }',
      ],
    ],
    ['a field told twice', GOOD.replace('c: c1', 'c: c1, c: c2'), ['x.yaml:8: Map keys must be unique']],
    ['two documents', `${GOOD}---\n${GOOD}`, ['x.yaml:9: begins another document; a file holds one']],
    [
      'parts within parts without end',
      `case: ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      ['x.yaml:1: has too many parts within parts'],
    ],
    [
      'a name for a part that is not there',
      GOOD.replace('c: c1', 'c: *c1'),
      ['x.yaml: Unresolved alias (the anchor must be set before the alias): c1'],
    ],
  ])('with %s is refused, with the line', async (_what, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  it.each([
    [
      '{e: AttributionDecided, job: j1, shares: {A: 5000, B: 4999}, rec: 2008-01-04}',
      'shares must sum to 10000 basis points',
    ],
    [
      '{e: AttributionDecided, job: j1, shares: {A: -5, B: 10000}, rec: 2008-01-04}',
      'shares.A must be whole basis points from 0 to 10000',
    ],
    [
      '{e: BenefitReduced, ref: b1, pct: 101, cause: SANCTION, from: 2008-01-01, rec: 2008-01-04}',
      'pct must be a whole percentage from 0 to 100',
    ],
    [
      '{e: ClaimPaid, claim: c1, provider: P, episode: 2008-01-01, amount: -1, date: 2008-01-01, rec: 2008-01-04}',
      'amount must be whole euro cents, 0 or more',
    ],
    [
      '{e: ClaimPaid, claim: c1, provider: P, episode: 2008-01-01, amount: 10.5, date: 2008-01-01, rec: 2008-01-04}',
      'amount must be whole euro cents, 0 or more',
    ],
    [
      '{e: PlacementStarted, id: j1, employer: E, date: 2008-01-01, form: REGULAR, hours: 200, rec: 2008-01-04}',
      'hours must be at most 168 hours a week',
    ],
    [
      '{e: PlacementStarted, id: j1, employer: E, date: 2008-01-01, form: NORMAL, rec: 2008-01-04}',
      'form must be one of REGULAR, AGENCY, SELF, PAYROLL, DETACHERING, SHELTERED, UNPAID',
    ],
    [
      '{e: ReviewResolved, claim: c9, codes: [EMPLOYMENT_UNVERIFIED], rec: 2008-01-04}',
      'claim names the claim c9, which the file does not hold',
    ],
    ['{e: ReviewResolved, claim: c1, codes: [], rec: 2008-01-04}', 'codes must name at least one code'],
    [
      '{e: ReviewResolved, claim: c1, codes: [EMPLOYMENT_UNVERIFED], rec: 2008-01-04}',
      'codes[0] is no code of a rule: EMPLOYMENT_UNVERIFED',
    ],
    [
      '{e: BenefitReduced, ref: b1, pct: 10, cause: SANCTION, from: 2008-01-02, to: 2008-01-01, rec: 2008-01-04}',
      'to is before from',
    ],
    [
      '{e: ContractRegistered, id: k1, provider: P, from: 2008-01-02, to: 2008-01-01, rec: 2008-01-04}',
      'to is before from',
    ],
  ])('refuses %s', async (fact, problem) => {
    expect(await problemsOf(GOOD.replace(FACTS, `facts:\n  - ${fact}`))).toEqual([`x.yaml:4: facts[0].${problem}`]);
  });

  it('refuses parts in parts without end', async () => {
    expect(await problemsOf('['.repeat(50_000))).not.toEqual([]);
    const bomb = ['a: &a0 [x]', ...Array.from({ length: 30 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)];
    expect(await problemsOf(bomb.join('\n'))).toEqual([
      'x.yaml: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });

  it('tells everything that is wrong at once', async () => {
    const text = GOOD.replace('2008-01-04', '2008-02-30')
      .replace('c: c1', 'c: c1, when: 3')
      .replace('provider: SAGENN, ', '');
    expect(await problemsOf(text)).toHaveLength(3);
  });
});

const mutations = (text: string) => `mutations:\n  - {name: one change, ${text}}\n`;

describe('a file of mutations', () => {
  it('changes the case beside it, resubmits c1 and asks one question', async () => {
    const result = await read(mutations('remove: [BenefitGranted], preset: NL-26W@1, expect: {outcome: PENDING}'));
    expect(result).toMatchObject({
      cases: [
        {
          case: 'one change',
          preset: 'NL-26W@1',
          facts: [],
          claims: [{ id: 'c1', submitted: '2009-03-10' }],
          checks: [{ c: 'c1', at: '2009-04-02', expect: { outcome: 'PENDING', fail: [], open: [] } }],
        },
      ],
    });
  });

  it.each([
    [mutations('remove: [Nothing]'), 'x.yaml:2: mutations[0].remove[0] is no kind of fact'],
    [mutations('preset: X@1'), 'x.yaml:2: mutations[0].preset names the preset X@1, which does not exist'],
    [mutations('other: 1'), 'x.yaml:2: mutations[0].other is an unknown field'],
    ['mutations: []\n', 'x.yaml:1: mutations must hold at least one mutation'],
  ])('is refused with %j', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem]);
  });

  it('is refused without the case beside it', async () => {
    const result = await read(mutations('remove: []'), () => Promise.reject(new Error('gone')));
    expect(result).toEqual({
      problems: [{ file: 'x.yaml', reason: 'changes GC-01.yaml, which cannot be read beside it' }],
    });
  });

  it('is refused when that case cannot be read', async () => {
    const result = await read(mutations('remove: []'), () => Promise.resolve(GOOD.replace('2008-01-04', '2008-02-30')));
    expect(result).toMatchObject({ problems: [{ file: 'GC-01.yaml', line: 4 }] });
  });
});
