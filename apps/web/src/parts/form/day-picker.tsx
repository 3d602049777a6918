import { useRef } from 'react';
import { usePartsTexts } from '../parts-texts.js';

interface Props {
  /** The field it fills. */
  readonly of: string | undefined;
  readonly value: string;
  readonly onDay: (day: string) => void;
}

/** The browser's calendar, for who would rather point at a day than write one. Only its calendar is seen, never its field. */
export function DayPicker({ of, value, onDay }: Props) {
  const texts = usePartsTexts();
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <span className="day-picker">
      <button type="button" aria-controls={of} onClick={() => calendar.current?.showPicker()}>
        {texts.calendar}
      </button>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={({ target }) => onDay(target.value)}
      />
    </span>
  );
}
