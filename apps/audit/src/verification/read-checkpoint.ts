import {
  type Checkpoint,
  judgeNote,
  NoteFault,
  parseCheckpoint,
  parseNote,
  type VerifierKey,
} from '@uitkomst/ledger/verify';
import type { Findings } from './finding.js';

/** Reads a checkpoint and checks who signed it; undefined, with a finding, where it cannot count. */
export async function readCheckpoint(
  text: string,
  { place, keys }: { readonly place: string; readonly keys: readonly VerifierKey[] },
  findings: Findings,
): Promise<Checkpoint | undefined> {
  try {
    const note = parseNote(text);
    const checkpoint = parseCheckpoint(note.text);
    const verdicts = await judgeNote(note, keys);
    const bad = verdicts.find(({ kind }) => kind === 'bad');
    if (bad !== undefined) {
      findings.add({ kind: 'CHANGED', place, what: 'the signature is not over this text' });
      return undefined;
    }
    const byLog = verdicts.some((verdict) => verdict.kind === 'good' && verdict.key.name === checkpoint.origin);
    const byWitness = verdicts.some((verdict) => verdict.kind === 'good' && verdict.key.kind === 'witness');
    if (byLog || byWitness) return checkpoint;
    const names = note.signatures.map(({ name, keyId }) => `${name}+${keyId}`).join(', ');
    findings.add({ kind: 'KEY', place, what: `is signed with a key that is not trusted: ${names}` });
    return undefined;
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    findings.add({ kind: 'CHANGED', place, what: error.message });
    return undefined;
  }
}
