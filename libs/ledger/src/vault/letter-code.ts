import { randomBytes } from 'node:crypto';

/** Without letters that are taken for digits or for each other (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;
const GROUPS = 5;
const GROUP = 4;

/** The parts of a code: one says which letter it is of, the rest (80 bits) is the secret. */
export interface LetterCode {
  readonly letter: string;
  readonly secret: string;
}

/** A new code, drawn at random. */
export function newLetterCode(): LetterCode {
  const drawn = Array.from(randomBytes(GROUPS * GROUP), (byte) => ALPHABET.charAt(byte % BASE)).join(''); // 256 = 8 × 32.
  return { letter: drawn.slice(0, GROUP), secret: drawn.slice(GROUP) };
}

/** As it is printed: groups of four signs and a check, `K7QAM-…`. */
export function printed({ letter, secret }: LetterCode): string {
  const signs = letter + secret;
  const groups = Array.from({ length: GROUPS }, (_, index) => signs.slice(index * GROUP, (index + 1) * GROUP));
  return groups.map((group, index) => group + checkOf(group, index)).join('-');
}

/** A code as somebody typed it; else which groups (from 1) cannot be right. None: it is not as long as a code is. */
export function readLetterCode(text: string): LetterCode | { readonly wrongGroups: readonly number[] } {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (signs.length !== GROUPS * (GROUP + 1)) return { wrongGroups: [] };
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    signs.slice(index * (GROUP + 1), (index + 1) * (GROUP + 1)),
  );
  const wrongGroups = groups.flatMap((group, index) => (isRight(group, index) ? [] : [index + 1]));
  if (wrongGroups.length > 0) return { wrongGroups };
  const bare = groups.map((group) => group.slice(0, GROUP)).join('');
  return { letter: bare.slice(0, GROUP), secret: bare.slice(GROUP) };
}

const isRight = (group: string, index: number): boolean =>
  Array.from(group).every((sign) => ALPHABET.includes(sign)) && group.endsWith(checkOf(group.slice(0, GROUP), index));

/** Luhn's sum in base 32 over the group and its place: one wrong sign, two changed about, or two groups changed about give another. */
function checkOf(group: string, index: number): string {
  const sum = Array.from(group).reduce((total, sign, at) => {
    const value = ALPHABET.indexOf(sign) * (at % 2 === 0 ? 1 : 2);
    return total + Math.floor(value / BASE) + (value % BASE);
  }, index + 1);
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
}
