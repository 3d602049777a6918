import type { ReactNode } from 'react';

export type Tone = 'good' | 'bad' | 'waiting' | 'attention' | 'neutral';

const SIGNS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', waiting: '…', attention: '!', neutral: '•' };

/** A state in words; sign and colour only repeat what the words say, and the sign stays with the first of them. */
export function Status({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`status status-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span>
      {'\u00A0'}
      {children}
    </span>
  );
}
