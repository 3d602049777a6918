/** A letter in parts, as the server gives it for a screen. */
export interface Letter {
  readonly letterId: string;
  readonly language: 'nl' | 'en';
  readonly writtenOn: string;
  readonly title: string;
  readonly header: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly LetterSection[];
}

export interface LetterSection {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
}
