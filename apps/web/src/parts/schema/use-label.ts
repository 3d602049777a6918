import { useEventWords } from '../facts/words/event-words.js';
import { useTyping } from './typing.js';

/** The name of a field: the form's own, else the one in the catalogue of all events. */
export function useLabel(): (name: string) => string {
  const words = useEventWords();
  const { labels = {} } = useTyping();
  return (name) => labels[name] ?? words.field(name) ?? name;
}
