import { useFactsTexts, wordFor } from '../../parts/facts/facts-texts.js';
import { Day } from '../../parts/values.js';
import { dayText } from '../../shell/language/format.js';
import { useFilesTexts } from '../files-texts.js';

interface Props {
  readonly fields: Readonly<Record<string, unknown>>;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** In which period the fact was so. */
export function HeldFrom({ fields: { validFrom, validTo } }: Props) {
  const texts = useFilesTexts();
  const [from, to] = [textOf(validFrom), textOf(validTo)];
  if (from === undefined) return <span>{texts.noDay}</span>;
  return (
    <>
      <Day on={from} /> {to !== undefined && texts.until(dayText(to))}
    </>
  );
}

/** Where the fact came from, and how certain it is. */
export function Origin({ fields: { source, assurance } }: Props) {
  const words = useFactsTexts();
  const system = textOf((source as Readonly<Record<string, unknown>> | undefined)?.['system']);
  const certain = textOf(assurance);
  return (
    <>
      {certain !== undefined && <span>{wordFor(words.assurances, certain)}</span>}
      <br />
      {system !== undefined && <span>{wordFor(words.systems, system)}</span>}
    </>
  );
}
