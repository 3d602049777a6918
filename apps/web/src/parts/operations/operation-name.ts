import { textsOf } from '../../shell/language/language.js';
import { en } from './operations.en.js';
import { nl } from './operations.nl.js';

const useOperationTexts = textsOf({ nl, en });

/** What somebody did, in words, by the name the logs of processing and authorisation have for it: "dossier gelezen". */
export function useOperationName(): (operation: string) => string {
  const texts = useOperationTexts();
  const names: Readonly<Record<string, string>> = texts.operations;
  return (operation) => names[operation] ?? operation;
}
