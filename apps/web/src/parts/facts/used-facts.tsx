import type { ReactNode } from 'react';
import type { Schema } from '../../shell/api/client.js';
import { Day, Instant } from '../values.js';
import { useFactsTexts, wordFor } from './facts-texts.js';

type Explanation = Schema<'Explanation'>;

interface Props {
  readonly rule: Explanation['rules'][number];
  readonly facts: Explanation['facts'];
  /** The way to the event itself, under its name. */
  readonly link: (eventId: string, name: string) => ReactNode;
}

/** The facts a rule rests on: what, since when it was so, from whom, how sure, and when the ledger heard. */
export function UsedFacts({ rule: { result, evidence }, facts, link }: Props) {
  const texts = useFactsTexts();
  const used = evidence.flatMap((id) => facts.find(({ eventId }) => eventId === id) ?? []);
  if (used.length === 0) return result === 'PASS' ? texts.nothingAgainst : '–';
  return (
    <ul className="evidence">
      {used.map(({ eventId, type, on, source, assurance, recordedAt }) => (
        <li key={eventId}>
          {link(eventId, wordFor(texts.types, type))}
          {on !== undefined && (
            <>
              {' '}
              <Day on={on} />
            </>
          )}
          <br />
          <span className="hint">
            {source !== undefined && `${wordFor(texts.systems, source)} · `}
            {assurance !== undefined && `${wordFor(texts.assurances, assurance)} · `}
            {texts.recordedAt} <Instant at={recordedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
