import { runAudit } from './program.js';
import { capture } from './testing/capture.js';
import { C1, C2, forgedDecision, PERSON, recordedStory } from './testing/recorded-story.js';

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

describe('replay', () => {
  it('makes every recorded decision again, byte for byte', async () => {
    const { exitCode, out, err } = await audit('replay', '--json');
    const decisions = parsed(out);
    expect(decisions.map(({ claim, asOf, outcome, equal }) => ({ claim, asOf, outcome, equal }))).toEqual([
      { claim: C1, asOf: '2008-12-01', outcome: 'PENDING', equal: true },
      { claim: C2, asOf: '2008-12-01', outcome: 'REJECTED', equal: true },
      { claim: C1, asOf: '2009-04-02', outcome: 'ELIGIBLE', equal: true },
    ]);
    expect([err, exitCode]).toEqual([['3 decision(s) in 1 file(s): 0 different'], 0]);
  });

  it('of one claim leaves the others alone', async () => {
    const { exitCode, out } = await audit('replay', '--claim', C2);
    expect([out, exitCode]).toEqual([[`ok   ${C2} as of 2008-12-01: REJECTED`], 0]);
  });

  it('names the event and the rule where a decision is another than the rules give', async () => {
    const forged = await recordedStory();
    await forgedDecision(forged);
    const { out, err } = capture();
    expect(await runAudit(['replay', '--json', '--ledger', forged], { out, err })).toBe(1);
    expect(parsed(out.lines()).filter(({ equal }) => equal === false)).toMatchObject([{ claim: C2, differs: 'R2' }]);
  });
});

describe('explain', () => {
  it('says of every rule how it came out, on which facts, in Dutch or English', async () => {
    const { exitCode, out } = await audit('explain', '--claim', C2, '--lang', 'en', '--json');
    const [explanation] = parsed(out);
    expect([out.length, exitCode]).toEqual([1, 0]);
    expect(explanation).toMatchObject({ claim: C2, asOf: '2008-12-01', outcome: 'REJECTED' });
    expect(explanation?.['rules']).toContainEqual(
      expect.objectContaining({
        rule: 'R2',
        result: 'FAIL',
        code: 'NO_ASSIGNMENT',
        sentence: 'The municipality did not assign this client to this provider.',
      }),
    );
    const dutch = await audit('explain', '--claim', C2);
    expect(dutch.out.join('\n')).toContain('De gemeente heeft deze cliënt niet bij deze aanbieder geplaatst.');
  });

  it('shows the facts a rule rests on', async () => {
    const { out } = await audit('explain', '--claim', C1, '--json');
    const [explanation] = parsed(out) as [{ readonly outcome: string; readonly rules: readonly object[] }];
    expect(explanation.outcome).toBe('ELIGIBLE');
    expect(explanation.rules.length).toBeGreaterThan(30);
  });

  it('shows them for a rule that was passed too: from the file, from the contract and from the registers', async () => {
    const { out } = await audit('explain', '--claim', C1, '--json');
    const [{ rules }] = parsed(out) as [{ readonly rules: readonly { rule: string; facts: readonly object[] }[] }];
    const factsOf = (named: string) => rules.find(({ rule }) => rule === named)?.facts;
    expect(factsOf('R10')).toMatchObject([
      { type: 'BenefitStopped', on: '2008-09-01', source: 'GWS4ALL', assurance: 'AUTHORITATIVE' },
    ]);
    expect(factsOf('R39')).toMatchObject([
      { type: 'TariffSet', on: '2007-01-01' },
      { type: 'ClaimSubmitted', on: '2008-12-01' },
    ]);
    expect(factsOf('R24')).toMatchObject([
      { type: 'PlacementStarted' },
      { type: 'SourceWatermark', on: '2009-03-31' },
      { type: 'SourceWatermark', on: '2009-03-31' },
    ]);
    const read = (await audit('explain', '--claim', C1)).out.join('\n');
    expect(read).toMatch(/R10 .*\n    BenefitStopped 2008-09-01 GWS4ALL AUTHORITATIVE recorded 2008-10-02T/);
  });

  it('finds no facts for a rule that somebody wrote down as passed', async () => {
    const forged = await recordedStory();
    await forgedDecision(forged);
    const { out, err } = capture();
    await runAudit(['explain', '--claim', C2, '--json', '--ledger', forged], { out, err });
    const [{ rules }] = parsed(out.lines()) as [{ readonly rules: readonly object[] }];
    expect(rules).toContainEqual(expect.objectContaining({ rule: 'R2', result: 'PASS', facts: [] }));
  });

  it('tells what was decided then, or what the rules say for another day', async () => {
    const then = await audit('explain', '--claim', C1, '--known-as-of', '2009-01-01', '--json');
    expect(parsed(then.out)).toMatchObject([{ outcome: 'PENDING', asOf: '2008-12-01', until: '2009-04-01' }]);
    const other = await audit('explain', '--claim', C1, '--as-of', '2009-03-15', '--json');
    expect(parsed(other.out)).toMatchObject([{ outcome: 'PENDING', asOf: '2009-03-15' }]);
    expect(parsed(other.out)[0]).not.toHaveProperty('event');
  });
});

describe('history', () => {
  it('shows the whole file of a client', async () => {
    const { exitCode, out } = await audit('history', '--client', PERSON, '--json');
    const types = parsed(out).map(({ type }) => type);
    expect(exitCode).toBe(0);
    expect(types.slice(0, 3)).toEqual(['ClientRegistered', 'BenefitGranted', 'TrajectAssigned']);
    expect(types.filter((type) => type === 'ClaimDetermined')).toHaveLength(3);
  });

  it('at two dates shows what had happened, as far as it was known', async () => {
    const known = parsed((await audit('history', '--client', PERSON, '--known-as-of', '2008-08-05', '--json')).out);
    expect(known.map(({ type }) => type)).not.toContain('PlacementStarted');
    const happened = parsed((await audit('history', '--client', PERSON, '--as-of', '2008-07-31', '--json')).out);
    expect(happened.map(({ type }) => type)).toEqual([
      'ClientRegistered',
      'BenefitGranted',
      'TrajectAssigned',
      'ServiceDelivered',
    ]);
  });

  it('of a claim leaves other claims out', async () => {
    const { out } = await audit('history', '--claim', C2, '--json');
    const claims = parsed(out).map(({ payload }) => (payload as { claimId?: string }).claimId);
    expect(new Set(claims)).toEqual(new Set([undefined, C2]));
  });
});

describe('the ledger commands', () => {
  it.each([
    [['replay', '--claim', 'nonsense'], 2, '--claim nonsense is no claim number'],
    [['explain', '--claim', `${PERSON}.zzz`], 2, `No decision on claim ${PERSON}.zzz was known then`],
    [['explain', '--claim', C1, '--lang', 'fr'], 2, '--lang must be nl or en, not fr'],
    [
      ['explain', '--claim', C1, '--as-of', '2009-02-30'],
      2,
      '--as-of must be an existing date (jjjj-mm-dd), not 2009-02-30',
    ],
    [
      ['history', '--claim', C1, '--known-as-of', 'noon'],
      2,
      '--known-as-of must be an existing date or an instant, not noon',
    ],
    [['history'], 2, 'Name a claim (--claim) or a client (--client)'],
    [['history', '--client', 'zzzzzzzzzzzzz'], 2, 'This ledger holds no file of zzzzzzzzzzzzz'],
    [['history', '--client', PERSON, '--colour', 'red'], 2, "error: unknown option '--colour'"],
    [['explain'], 2, "error: required option '--claim <id>' not specified"],
  ])('%j ends with %i: %s', async (argv, exitCode, problem) => {
    const result = await audit(...argv);
    expect([result.exitCode, result.err[0], result.out]).toEqual([exitCode, problem, []]);
  });

  it('end with 3 where there is no ledger', async () => {
    const { out, err } = capture();
    expect(await runAudit(['replay', '--ledger', 'sqlite:/nowhere/ledger.db'], { out, err })).toBe(3);
    expect(err.lines()[0]).toContain('There is no ledger at /nowhere/ledger.db');
  });

  it('end with 2 for a ledger of another kind', async () => {
    const { out, err } = capture();
    expect(await runAudit(['replay', '--ledger', 'mysql://x'], { out, err })).toBe(2);
  });
});
