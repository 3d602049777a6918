import { basename, dirname, join } from 'node:path';
import { systemClock } from '@uitkomst/ledger';
import {
  type CasesRead,
  decideCase,
  lineOf,
  type Problem,
  problemText,
  readCaseFile,
} from '@uitkomst/projections/cases';
import { BUILT_IN, type Presets, readPresets } from './presets-file.js';
import { type Read, readText, textsOf } from './read-input.js';
import { EXIT, type ExitCode, Stop } from './exit.js';
import type { Terminal } from './terminal.js';

export interface CasesOptions {
  /** A file of definition sets beside, or in the place of, those that are built in. */
  readonly presets?: string | undefined;
  readonly json?: boolean | undefined;
}

/** A presets file among the case files (as in `cases/*.yaml`) gives its presets to all of them. */
const isPresets = (file: string): boolean => /^presets\.ya?ml$/i.test(basename(file));

/** Decides every check of the case files, one file at a time, and says which came out otherwise than expected. */
export async function cases(files: readonly string[], options: CasesOptions, terminal: Terminal): Promise<ExitCode> {
  const startedAt = systemClock.elapsed();
  const tally = new Tally();
  const tell = (problems: readonly Problem[]) => {
    tally.unreadable += 1;
    for (const problem of problems) terminal.problem(problemText(problem));
  };
  const presets = await presetsFrom([...files.filter(isPresets), ...(options.presets ? [options.presets] : [])]);
  if ('problems' in presets) {
    tell(presets.problems);
    return EXIT.UNREADABLE;
  }
  const toRun = files.filter((file) => !isPresets(file));
  if (toRun.length === 0)
    throw new Stop(EXIT.UNREADABLE, `No case file was named: ${files.join(', ')} holds definition sets`);
  const progress = terminal.progress(toRun.length, () => systemClock.elapsed());
  let done = 0;
  for await (const input of textsOf(toRun)) {
    const read = await casesIn(input, presets.presets);
    if ('problems' in read) tell(read.problems);
    else
      for (const one of read.cases)
        for (const result of await decideCase(one, presets.presets.named)) {
          tally.count(result.ok);
          await terminal.answer(options.json ? JSON.stringify(result) : lineOf(result));
        }
    done += 1;
    progress.at(done);
  }
  progress.end();
  terminal.remark(tally.text(toRun.length, systemClock.elapsed() - startedAt));
  return tally.exitCode();
}

function casesIn(read: Read, presets: Presets): Promise<CasesRead> {
  const { file } = read;
  if ('reason' in read) return Promise.resolve({ problems: [read] });
  const beside = (name: string) => readText(join(dirname(file), name));
  return readCaseFile(file, read.text, { presets: presets.named, beside });
}

type PresetsRead = { readonly presets: Presets } | { readonly problems: readonly Problem[] };

async function presetsFrom(files: readonly string[]): Promise<PresetsRead> {
  let presets = BUILT_IN;
  for await (const read of textsOf(files)) {
    if ('reason' in read) return { problems: [read] };
    const parsed = readPresets(read.file, read.text, presets);
    if ('problems' in parsed) return parsed;
    ({ presets } = parsed);
  }
  return { presets };
}

/** Counts the checks and says how it all went. */
class Tally {
  unreadable = 0;
  private fine = 0;
  private different = 0;
  private unasked = 0;

  count(ok: boolean | null): void {
    if (ok === null) this.unasked += 1;
    else if (ok) this.fine += 1;
    else this.different += 1;
  }

  exitCode(): ExitCode {
    if (this.unreadable > 0) return EXIT.UNREADABLE;
    return this.different > 0 ? EXIT.DIFFERENCE : EXIT.FINE;
  }

  text(files: number, milliseconds: number): string {
    const checks = this.fine + this.different + this.unasked;
    const parts = [
      `${files} file(s), ${checks} check(s): ${this.fine} as expected`,
      `${this.different} different`,
      ...(this.unasked > 0 ? [`${this.unasked} without expectation`] : []),
      ...(this.unreadable > 0 ? [`${this.unreadable} unreadable file(s)`] : []),
      `${Math.round((checks / Math.max(milliseconds, 1)) * 1000)} checks a second`,
    ];
    return parts.join(', ');
  }
}
