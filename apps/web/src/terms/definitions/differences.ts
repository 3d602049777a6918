import type { Schema } from '../../shell/api/client.js';
import type { Problem } from '../../shell/api/problem.js';

export interface Difference {
  /** The case, and the claim in it. */
  readonly name: string;
  readonly on: string;
  readonly got: string;
  readonly expected: string;
}

const LINE = /^DIFF (.+?) at (\d{4}-\d\d-\d\d)(?: [^:]*)?: (.*); expected (.*)$/;

/** What the server tells of each case that came out otherwise, taken apart into columns. */
export function differencesIn(problem: Problem | null): Difference[] {
  const lines = problem?.details['differences'];
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: unknown) => {
    const [, name, on, got, expected] = LINE.exec(String(line)) ?? [];
    return name === undefined || on === undefined || got === undefined || expected === undefined
      ? []
      : [{ name, on, got, expected }];
  });
}

interface Worded {
  readonly code: string;
  readonly text: Schema<'Text'>;
}

/** The server's sentence for each reason code in the differences. */
export function wordsIn(problem: Problem | null): ReadonlyMap<string, Schema<'Text'>> {
  const words = problem?.details['words'];
  return new Map(Array.isArray(words) ? (words as readonly Worded[]).map(({ code, text }) => [code, text]) : []);
}
