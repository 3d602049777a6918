import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit } from './program.js';
import { capture } from './testing/capture.js';

const CASE = `case: Anja
preset: NL-STD@1
facts:
  - {e: BenefitGranted, id: b1, kind: BIJSTAND, from: 2008-01-01, rec: 2008-01-04}
  - {e: TrajectAssigned, id: t1, provider: A, contract: K1, intake: 2008-02-04, start: 2008-02-11, rec: 2008-02-05}
  - {e: ServiceDelivered, traject: t1, date: 2008-07-20, kind: course Word & Excel, rec: 2008-07-21}
  - {e: ApplicationStarted, job: "job 1 !", date: 2008-08-04, by: PROVIDER, rec: 2008-09-10}
  - {e: PlacementStarted, id: "job 1 !", employer: B, date: 2008-09-01, form: REGULAR, hours: 36, rec: 2008-10-02}
  - {e: BenefitStopped, ref: b1, date: 2008-09-01, reason: WORK_EMPLOYMENT, rec: 2008-09-03}
claims:
  - {id: "claim / 1", provider: A, traject: t1, job: "job 1 !", submitted: 2008-12-01}
checks:
  - {c: "claim / 1", at: 2009-04-01, expect: {outcome: ELIGIBLE, fail: [], open: [], amount: 300000}}
  - {c: "claim / 1", at: 2009-04-01, known: 2008-09-30}
  - {c: "claim / 1", at: 2008-12-01, preset: NL-26W@1, expect: {outcome: PENDING, until: 2009-04-01, fail: [], open: [NOT_YET_MATURE]}}
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uitkomst-cases-'));
});

function written(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function audit(...argv: readonly string[]) {
  const { out, err } = capture();
  const exitCode = await runAudit(['cases', ...argv], { out, err });
  return { exitCode, out: out.lines(), err: err.lines() };
}

describe('cases', () => {
  it('answers a JSON line a check, in the words of the file', async () => {
    const { exitCode, out } = await audit('--json', written('one.yaml', CASE));
    const [first, second, third] = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([out.length, exitCode]).toEqual([3, 1]);
    expect(first).toEqual({
      case: 'Anja',
      claim: 'claim / 1',
      at: '2009-04-01',
      known: '2009-04-01',
      preset: 'NL-STD@1',
      got: { outcome: 'ELIGIBLE', fail: [], open: [], amount: 300_000 },
      expect: { outcome: 'ELIGIBLE', fail: [], open: [], amount: 300_000 },
      ok: true,
    });
    expect(second).toMatchObject({ known: '2008-09-30', got: { outcome: 'REVIEW' }, expect: null, ok: null });
    expect(third).toMatchObject({ preset: 'NL-26W@1', whatIf: true, ok: false });
    expect(third?.['got']).toEqual({
      outcome: 'PENDING',
      until: '2009-04-02',
      fail: [],
      open: ['NOT_YET_MATURE', 'AWAITING_REGISTRY'],
    });
  });

  it('answers a line a check for people, with what was expected where it differs', async () => {
    const { out, err } = await audit(written('one.yaml', CASE));
    expect(out).toEqual([
      'ok   Anja claim / 1 at 2009-04-01: ELIGIBLE 300000',
      '-    Anja claim / 1 at 2009-04-01 known 2008-09-30: REVIEW open EMPLOYMENT_UNVERIFIED',
      'DIFF Anja claim / 1 at 2008-12-01 under NL-26W@1: PENDING until 2009-04-02 open NOT_YET_MATURE, AWAITING_REGISTRY; expected PENDING until 2009-04-01 open NOT_YET_MATURE',
    ]);
    expect(err[0]).toMatch(
      /^1 file\(s\), 3 check\(s\): 1 as expected, 1 different, 1 without expectation, \d+ checks a/,
    );
  });

  it('says nothing else when it must be quiet', async () => {
    const { err } = await audit('--quiet', written('one.yaml', CASE));
    expect(err).toEqual([]);
  });

  it('goes on after a file it cannot read, and ends with 2', async () => {
    const bad = written('bad.yaml', CASE.replace('rec: 2008-01-04', 'rec: 2008-02-30'));
    const { exitCode, out, err } = await audit(bad, written('one.yaml', CASE));
    expect([out.length, exitCode]).toEqual([3, 2]);
    expect(err[0]).toBe(`${bad}:4: facts[0].rec must be an existing date: jjjj-mm-dd`);
  });

  it.each([
    ['an empty file', '', 'holds nothing'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'is no text in UTF-8'],
  ])('refuses %s', async (_what, text, reason) => {
    const file = written('odd.yaml', text);
    const { exitCode, out, err } = await audit(file);
    expect([exitCode, out, err[0]]).toEqual([2, [], `${file}: ${reason}`]);
  });

  it('refuses what is no file', async () => {
    const { exitCode, err } = await audit(folder, join(folder, 'absent.yaml'));
    expect([exitCode, err.slice(0, 2)]).toEqual([
      2,
      [`${folder}: is a folder`, `${join(folder, 'absent.yaml')}: does not exist`],
    ]);
  });

  it.each([[[]], [['--colour', 'x.yaml']], [['--presets']]])('refuses %j', async (argv) => {
    expect((await audit(...argv)).exitCode).toBe(2);
  });
});

const presets = (text: string) => written('own-presets.yaml', `presets:\n${text}`);

describe('cases --presets', () => {
  it('adds presets to those built in, and takes the place of those of the same name', async () => {
    const file = written('one.yaml', CASE.replace('NL-26W@1', 'OWN@2'));
    const own = presets('  OWN@2: {base: NL-STD@1, sustain: P3M}\n  NL-STD@1: {tariff: 100000}\n');
    const { out } = await audit('--json', '--presets', own, file);
    const got = out.map((line) => (JSON.parse(line) as { got: object }).got);
    expect(got[0]).toMatchObject({ outcome: 'ELIGIBLE', amount: 100_000 });
    expect(got[2]).toMatchObject({ outcome: 'PENDING', until: '2009-01-01' });
  });

  it('refuses to be asked for no case at all', async () => {
    const own = presets('  OWN@2: {base: NL-STD@1}\n');
    const among = join(folder, 'presets.yaml');
    renameSync(own, among);
    const { exitCode, err } = await audit('--presets', among, among);
    rmSync(among);
    expect([exitCode, err]).toEqual([2, [`No case file was named: ${among} holds definition sets`]]);
  });

  it.each([
    ['  A@1: {base: NL-STD@1, colour: red}\n', 'own-presets.yaml:2: preset A@1: unknown field colour'],
    ['  A@1: {base: B@1}\n', 'own-presets.yaml:2: preset A@1: base B@1 is not in the file'],
    ['  A@1:\n    base: NL-STD@1\n    sustain: long\n', 'own-presets.yaml:4: preset A@1: sustain: '],
  ])('refuses %j', async (text, problem) => {
    const { exitCode, err } = await audit('--presets', presets(text), written('one.yaml', CASE));
    expect([exitCode, err[0]]).toEqual([2, expect.stringContaining(problem)]);
  });
});
