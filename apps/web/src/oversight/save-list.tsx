import { csvBlob } from '../parts/csv.js';
import { SaveButton } from '../parts/save-button.js';
import { useTimeTravelTexts } from './time-travel/time-travel-texts.js';

interface Props {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The rows on the page as a file for a spreadsheet; nothing to save where there are none. */
export function SaveList({ name, head, rows }: Props) {
  const { save } = useTimeTravelTexts();
  if (rows.length === 0) return null;
  return <SaveButton label={save} name={`${name}.csv`} content={() => Promise.resolve(csvBlob([head, ...rows]))} />;
}
