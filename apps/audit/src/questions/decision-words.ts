import type { Determination } from '@uitkomst/domain';

/** What a decision says, without when and on what. */
export type Said = Pick<Determination, 'outcome' | 'cents' | 'fail' | 'open'>;

/** On one line: outcome, codes, money; `unknown` where there was no decision. */
export const decisionWords = (said: Said | null): string =>
  said === null ? 'unknown' : [said.outcome, ...said.fail, ...said.open, `${said.cents} cents`].join(' ');
