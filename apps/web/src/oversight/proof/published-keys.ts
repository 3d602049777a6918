import { NoteFault, parsePublicKeys, trustedKeys, type VerifierKey } from '@uitkomst/ledger/verify';

/** The first key, and each that one before it vouches for; none where the texts are no keys. */
export async function publishedKeys(texts: readonly string[]): Promise<readonly VerifierKey[]> {
  try {
    const introduced = parsePublicKeys(texts.join('\n'));
    return await trustedKeys(
      introduced.slice(0, 1).map(({ key }) => key),
      introduced,
    );
  } catch (error) {
    if (error instanceof NoteFault) return [];
    throw error;
  }
}
