import type { ComponentProps } from 'react';
import { useSchemaTexts } from './schema-texts.js';

const DURATION = /^P(\d*)([DWMY])$/;

interface Props {
  readonly own: Omit<ComponentProps<'input'>, 'value'> & { readonly value: string };
  /** Said as P6M: six months. */
  readonly onType: (duration: string) => void;
}

/** A term as people say it: a number and what it counts. */
export function DurationInput({ own, onType }: Props) {
  const texts = useSchemaTexts();
  const [, count = '', unit = 'M'] = DURATION.exec(own.value) ?? [];
  const told = (digits: string, of: string): void => onType(`P${digits.replaceAll(/\D/g, '').slice(0, 4)}${of}`);
  return (
    <span className="duration">
      <input
        {...own}
        type="text"
        inputMode="numeric"
        value={count}
        onChange={({ target }) => told(target.value, unit)}
      />
      <select aria-label={texts.unit} value={unit} onChange={({ target }) => told(count, target.value)}>
        {Object.entries(texts.units).map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
