import type { Schema } from '../../shell/api/client.js';

/** A letter in parts, as the server gives it for a screen. */
export type Letter = Schema<'Letter'>;
export type LetterSection = Schema<'LetterSection'>;
