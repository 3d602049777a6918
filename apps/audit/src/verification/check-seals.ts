import { type RecordedEvent, sealOf, type StoredEvent, verifyBytes } from '@uitkomst/ledger';
import { continues, judgeSignature, checkpointText, NoteFault, type VerifierKey } from '@uitkomst/ledger/verify';
import type { Findings } from './finding.js';
import { nameOf } from './check-events.js';
import type { Mark } from './mark.js';

/** What the seals of a ledger say: its roots, and whether it was ever put back from a backup. */
export interface Sealed {
  readonly marks: readonly Mark[];
  /** Leaves sealed before each recovery, and up to where others may hold checkpoints of what was lost then. */
  readonly recoveries: readonly { readonly earlier: string; readonly kept: number; readonly lost: number }[];
}

/** Looks at every seal by itself: its bytes, its place, its signature. Only what is in order counts as a root. */
export async function checkSeals(
  events: readonly StoredEvent[],
  keys: readonly VerifierKey[],
  findings: Findings,
): Promise<Sealed> {
  const marks: Mark[] = [];
  const recoveries: { earlier: string; kept: number; lost: number }[] = [];
  let origin: string | undefined;
  for (const [index, event] of events.entries()) {
    const place = nameOf(event);
    if (event.revision !== index) {
      const kind = event.revision > index ? 'SMALLER' : 'ORDER';
      findings.add({ kind, event: event.id, place, what: `stands where revision ${index} should` });
    }
    const mark = await markOf(event, keys, findings);
    if (mark === undefined) continue;
    const after = continues(mark.origin);
    if (origin !== undefined && mark.origin !== origin && after !== undefined)
      recoveries.push({ earlier: origin, kept: marks.at(-1)?.size ?? 0, lost: after.size });
    ({ origin } = mark);
    marks.push(mark);
  }
  return { marks, recoveries };
}

async function markOf(
  event: StoredEvent,
  keys: readonly VerifierKey[],
  findings: Findings,
): Promise<(Mark & { readonly origin: string }) | undefined> {
  const place = nameOf(event);
  const faults = verifyBytes(event);
  if (faults.length > 0) {
    findings.add({ kind: 'CHANGED', event: event.id, place, what: `is not what was hashed: ${faults.join(', ')}` });
    return undefined;
  }
  try {
    const { size, root, origin, signature } = sealOf({
      ...event,
      payload: JSON.parse(event.bytes.open ?? '{}'),
    } as RecordedEvent);
    const verdict = await judgeSignature(checkpointText({ origin, size, root }), signature, keys);
    if (verdict.kind === 'good') return { size, root: Buffer.from(root), place, own: true, origin };
    const what =
      verdict.kind === 'bad'
        ? 'its signature is not over its root'
        : `is signed with a key that is not trusted: ${origin}+${signature.keyId}`;
    findings.add({ kind: 'KEY', event: event.id, place, what });
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    findings.add({ kind: 'CHANGED', event: event.id, place, what: error.message });
  }
  return undefined;
}
