import { runAudit } from '../program.js';
import { capture } from '../testing/capture.js';
import { C1, C2, PERSON, recordedStory } from '../testing/recorded-story.js';

let url = '';
beforeAll(async () => {
  url = await recordedStory();
});

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit([...argv, '--ledger', url], { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('what-if', () => {
  it('names each claim that another definition decides otherwise, with the rule, and sums up', async () => {
    const { exitCode, out } = await audit('what-if', '--definition', 'CBS-D9@1', '--as-of', '2008-12-01', '--json');
    expect(exitCode).toBe(0);
    expect(parsed(out)).toMatchObject([
      { claim: C1, before: { outcome: 'PENDING' }, after: { outcome: 'ELIGIBLE', cents: 300_000 }, rule: 'R23' },
      { claim: C2, before: { outcome: 'REJECTED' }, after: { outcome: 'REJECTED' }, rule: 'R6' },
      { total: { claims: 2, different: 2, beforeCents: 0, afterCents: 300_000, byRule: { R6: 1, R23: 1 } } },
    ]);
  });

  it('puts another tariff to claims of one provider', async () => {
    const { out, err } = await audit('what-if', '--tariff', '100000', '--provider', 'PASWERK');
    expect(out).toEqual([`${C1}: ELIGIBLE 300000 cents → ELIGIBLE 100000 cents`]);
    expect(err[0]).toBe('1 claim(s), 1 otherwise; 300000 cents becomes 100000 cents');
  });

  it('compares two definitions, neither of which need hold', async () => {
    const { out } = await audit('what-if', '--definition', 'NL-STD@1', '--against', 'NL-STD@1');
    expect(out).toEqual([]);
  });

  it.each([
    [['what-if'], 'Name another definition set'],
    [['what-if', '--definition', 'NONE@1'], '--definition: NONE@1 is neither published'],
    [['what-if', '--tariff', '12.50'], '--tariff must be whole cents'],
    [['what-if', '--tariff', '1', '--provider', 'PASWERKK'], '--provider: this ledger knows no PASWERKK'],
    [['what-if', '--tariff', '1', '--contract', 'none'], '--contract: this ledger knows no none'],
    [['what-if', '--definition', 'CBS-D9@1', '--against', 'CBS-D9@77'], '--against: CBS-D9@77 is neither published'],
    [['what-if', '--tariff', '1', '--as-of', '2008-02-30'], '--as-of must be an existing date'],
    [['diff', '--known-as-of', 'yesterday'], '--known-as-of must be'],
    [['counterfactual', '--claim', 'nothing'], 'is no claim number'],
    [['counterfactual', '--claim', `${PERSON}.none`], `Claim ${PERSON}.none was not known then`],
    [['explain', '--claim', `${PERSON}.none`], `No decision on claim ${PERSON}.none was known then`],
    [['explain', '--claim', `${PERSON}.none`, '--as-of', '2009-01-01'], `No decision on claim ${PERSON}.none`],
    [['history', '--claim', `${PERSON}.none`], `Claim ${PERSON}.none was not known then`],
    [['replay', '--claim', `${PERSON}.none`], `This ledger holds no decision on claim ${PERSON}.none`],
    [['history', '--client', 'aaaaaaaaaaaaz'], 'This ledger holds no file of aaaaaaaaaaaaz'],
  ])('%j is answered with what is wrong, and nothing else', async (argv, message) => {
    const { exitCode, out, err } = await audit(...argv);
    expect([exitCode, out]).toEqual([2, []]);
    expect(err.join()).toContain(message);
  });
});

describe('counterfactual', () => {
  it('names the day on which a claim that only ripens becomes eligible', async () => {
    const { out } = await audit(
      'counterfactual',
      '--claim',
      C1,
      '--as-of',
      '2008-12-01',
      '--known-as-of',
      '2008-12-31',
    );
    expect(out).toEqual([
      `${C1}: PENDING; eligible for 300000 cents on 2009-04-01 at the earliest, if`,
      '  2009-03-01 SourceWatermark (UWV_POLIS) by REGISTRY (AWAITING_REGISTRY)',
      '  2009-03-01 SourceWatermark (GWS4ALL) by BENEFITS (AWAITING_REGISTRY)',
      '  2009-04-01 Time by TIME (NOT_YET_MATURE)',
    ]);
  });

  it('says what nothing yet to come changes', async () => {
    const { out } = await audit('counterfactual', '--claim', C2, '--json');
    expect(parsed(out)).toMatchObject([
      { claim: C2, outcome: 'REJECTED', changes: [], standing: ['NO_ASSIGNMENT', 'DEFINITION_NOT_FOUND'] },
    ]);
  });
});

describe('unclaimed', () => {
  it('finds a lasting outflow while nobody has claimed it, and not afterwards', async () => {
    const before = await audit('unclaimed', '--as-of', '2009-04-02', '--known-as-of', '2008-11-30', '--json');
    expect(before.exitCode).toBe(0);
    expect(parsed((await audit('unclaimed', '--json')).out)).toEqual([]);
    expect(before.err).toEqual([`1 client(s): ${before.out.length} lasting outflow(s) that nobody claimed`]);
    expect(before.out.every((line) => line.includes(PERSON))).toBe(true);
  });
});

describe('diff', () => {
  it('says what was decided otherwise between two moments of knowledge, and what lies behind it', async () => {
    const { exitCode, out } = await audit('diff', '--known-as-of', '2008-11-30', '--until', '2008-12-02', '--json');
    expect(exitCode).toBe(1);
    expect(parsed(out)).toMatchObject([
      {
        claim: C1,
        before: null,
        after: { outcome: 'PENDING' },
        behind: [{ type: 'ClaimSubmitted' }, { type: 'ClaimSubmitted' }],
      },
      { claim: C2, before: null, after: { outcome: 'REJECTED' } },
    ]);
  });

  it('finds no difference where nothing went on', async () => {
    const { exitCode, out } = await audit('diff', '--known-as-of', '2008-12-02', '--until', '2009-01-01');
    expect([exitCode, out]).toEqual([0, []]);
  });
});
