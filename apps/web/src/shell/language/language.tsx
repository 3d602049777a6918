import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { unbroken } from './format.js';
import type { Texts } from './texts.js';

export type Language = 'nl' | 'en';
type Bilingual = readonly { readonly language: Language; readonly value: string }[];

interface Spoken {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const KEPT_AS = 'uitkomst.taal';
const Speech = createContext<Spoken>({ language: 'nl', choose: () => undefined });

/** Says so in the document at once, because the first request asks for it. */
function speak(language: Language): Language {
  document.documentElement.lang = language;
  localStorage.setItem(KEPT_AS, language);
  return language;
}

const kept = (): Language => speak(localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'nl');

/** Dutch unless this browser was told otherwise. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  const spoken = useMemo(() => ({ language, choose: (chosen: Language) => setLanguage(speak(chosen)) }), [language]);
  return <Speech value={spoken}>{children}</Speech>;
}

export const useLanguage = (): Spoken => useContext(Speech);

/** A hook that gives an area's texts in the language spoken; what one language lacks the compiler finds. */
export const textsOf =
  <T,>(both: { readonly nl: T; readonly en: Texts<NoInfer<T>> }): (() => Texts<T>) =>
  () =>
    (both as { readonly nl: Texts<T>; readonly en: Texts<T> })[useLanguage().language];

/** Texts the server gives in both languages, as one string. */
export function useBilingual(): (text: Bilingual | undefined) => string {
  const { language } = useLanguage();
  return (text) => unbroken(text?.find((one) => one.language === language)?.value ?? '');
}
