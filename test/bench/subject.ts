import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/**
 * One side of a comparison, in a process of its own: as a server would run it, with code that is compiled for it alone and nothing
 * left over from the other sides. It rests while another is measured.
 */
export class Subject<Measured> {
  private constructor(private readonly child: ChildProcess) {}

  /** Begins a file of this folder that ends in {@link answerRounds}. */
  static start<Measured>(file: string, ...parameters: readonly string[]): Subject<Measured> {
    return new Subject(fork(resolve('test/bench', file), parameters));
  }

  /** Measures once. */
  async round(): Promise<Measured> {
    this.child.send('round');
    const ended = new AbortController();
    const answer = once(this.child, 'message', { signal: ended.signal });
    const exit = once(this.child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`A subject ended with ${String(code)}`);
    });
    try {
      const [measured] = (await Promise.race([answer, exit])) as [Measured];
      return measured;
    } finally {
      ended.abort();
      await Promise.allSettled([answer, exit]);
    }
  }

  stop(): void {
    this.child.disconnect();
  }
}

/** In the process of a subject: measures whenever it is asked to, until nobody asks any more. */
export function answerRounds(measure: () => unknown): void {
  process.on('message', () => void Promise.resolve(measure()).then((measured) => process.send?.(measured)));
}

/** Every subject in turn, so many times, after some rounds that warm them up; gives what was measured, a list for each subject. */
export async function inTurn<Measured>(
  subjects: readonly Subject<Measured>[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<readonly (readonly Measured[])[]> {
  const measured = subjects.map((): Measured[] => []);
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [index, subject] of subjects.entries()) {
      const one = await subject.round();
      if (round >= 0) measured[index]?.push(one);
    }
  for (const subject of subjects) subject.stop();
  return measured;
}

/** The middle one. */
export const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;
