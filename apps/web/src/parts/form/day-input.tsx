import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { dayFrom, dayText } from '../../shell/language/format.js';
import { usePartsTexts } from '../parts-texts.js';
import { DayPicker } from './day-picker.js';

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** As 2026-12-31; empty for no day. */
  readonly value: string;
  /** The day as soon as one is typed, and nothing as long as none is. */
  readonly onDay: (day: string) => void;
}

/** A day as people write it here, 31-12-2026, whatever the language of the browser; its own field for days follows that. */
export function DayInput({ value, onDay, ...input }: Props) {
  const texts = usePartsTexts();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(dayText(value));
  const shown = (dayFrom(typed) ?? '') === value ? typed : dayText(value);
  const isUnclear = shown.trim() !== '' && dayFrom(shown) === undefined;
  useEffect(() => box.current?.setCustomValidity(isUnclear ? texts.dayWanted : ''), [isUnclear, texts]);
  const chosen = (day: string): void => {
    setTyped(dayText(day));
    onDay(day);
  };
  return (
    <span className="day">
      <input
        {...input}
        ref={box}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={texts.dayShape}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          onDay(dayFrom(target.value) ?? '');
        }}
        onBlur={() => setTyped(value === '' ? shown : dayText(value))}
      />
      <DayPicker of={input.id} value={value} onDay={chosen} />
    </span>
  );
}
