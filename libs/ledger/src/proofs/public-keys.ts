import {
  NoteFault,
  type NoteSignature,
  parseSignatureLine,
  parseVerifierKey,
  signatureLine,
  type VerifierKey,
  verifierKeyText,
} from './note.js';
import { judgeSignature } from './verify-note.js';

/** A public key as it is kept and handed out; each but the first is vouched for by one before it. */
export interface IntroducedKey {
  readonly key: VerifierKey;
  readonly voucher?: NoteSignature;
}

/** What the older key signs to introduce the newer; no checkpoint begins like it. */
export const introductionText = (key: VerifierKey): string => `${key.name}/key\n${verifierKeyText(key)}\n`;

/** One line a key, the oldest first: the key, and the signature that vouches for it. */
export const publicKeysText = (keys: readonly IntroducedKey[]): string =>
  keys
    .map(
      ({ key, voucher }) =>
        `${verifierKeyText(key)}${voucher === undefined ? '' : ` ${signatureLine(voucher).trimEnd()}`}\n`,
    )
    .join('');

/** Reads the lines of {@link publicKeysText}; a single key is such a text too. Throws a {@link NoteFault}. */
export function parsePublicKeys(text: string): readonly IntroducedKey[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new NoteFault('There is no public key');
  return lines.map((line) => {
    const space = line.indexOf(' ');
    if (space < 0) return { key: parseVerifierKey(line) };
    return { key: parseVerifierKey(line.slice(0, space)), voucher: parseSignatureLine(line.slice(space + 1)) };
  });
}

/** The keys one may trust who trusts some: those, and each that a trusted one vouches for. */
export async function trustedKeys(
  trusted: readonly VerifierKey[],
  introduced: readonly IntroducedKey[],
): Promise<readonly VerifierKey[]> {
  const keys = [...trusted];
  for (const { key, voucher } of introduced) {
    if (keys.some(({ name, keyId }) => name === key.name && keyId === key.keyId) || voucher === undefined) continue;
    const verdict = await judgeSignature(introductionText(key), voucher, keys);
    if (verdict.kind === 'good') keys.push(key);
  }
  return keys;
}
