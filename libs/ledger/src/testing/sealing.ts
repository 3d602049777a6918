import { HashTree } from '../seal/hash-tree.js';
import { isSeal, lastSeal, SEAL_STREAM, sealEvent } from '../seal/seal-stream.js';
import type { SigningKey } from '../seal/signing-key.js';
import { type Checkpoint, checkpointText } from '../proofs/checkpoint.js';
import type { Ledger } from '../ledger.js';

/** Seals all that stands in a ledger, by reading it from the start. */
export async function sealAll(ledger: Ledger, key: SigningKey): Promise<Checkpoint> {
  const tree = new HashTree();
  for await (const event of ledger.readAll()) if (!isSeal(event)) tree.append(Buffer.from(event.leafHash, 'hex'));
  const checkpoint = { origin: key.verifier.name, size: tree.size, root: Uint8Array.from(tree.root()) };
  const last = await lastSeal(ledger);
  const event = sealEvent(checkpoint, key.sign(checkpointText(checkpoint)));
  const result = await ledger.append(SEAL_STREAM, last?.revision ?? 'none', [event]);
  if (!result.ok) throw new Error('Somebody else sealed meanwhile');
  return checkpoint;
}
