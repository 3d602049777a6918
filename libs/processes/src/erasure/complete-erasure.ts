import type { Actor, ClientFile, ClientFileCommand, ErasureList } from '@uitkomst/domain';
import type { TransactResult, Whose } from '@uitkomst/ledger';
import { derivedHash, derivedId } from '../derived-id.js';
import type { SendToFile, Today } from '../ports.js';

export interface ErasurePorts {
  readonly sendToFile: SendToFile;
  readonly today: Today;
  /** Deletes keys, salts and rows of a person wherever they are kept. Once more does no harm. */
  readonly forget: (whose: Whose) => void;
}

/** What became of a person on the list. */
export interface ErasureOutcome {
  readonly dossierRef: string;
  readonly erased: boolean;
}

/**
 * Carries a decided list out, file by file: the event first, then the vault. Every step has the same id each time, so a crash in
 * between is mended by doing it again. A person whose file has a claim that is not closed is not erased, whatever was decided: that is
 * the answer to this list for good, under the very id of what was asked, so that doing it again years later hears the refusal.
 */
export async function completeErasure(
  municipality: string,
  list: ErasureList,
  ports: ErasurePorts,
): Promise<readonly ErasureOutcome[]> {
  const { decider, listId, ground = '', proposer = '' } = list;
  if (list.status !== 'DECIDED' || decider === undefined || listId === undefined) return [];
  const by: By = { municipality, listId, actor: decider };
  const outcomes: ErasureOutcome[] = [];
  for (const dossierRef of list.erased) {
    const about = { dossierRef, by, step: 'EraseSubject' };
    const result = await ask({ type: 'EraseSubject', ground, proposer }, about, ports);
    const erased = isErased(result);
    if (erased) ports.forget({ municipality, personRef: dossierRef });
    else await ask({ type: 'RefuseErasure', ground: 'CLAIM_OPEN', proposer }, about, ports);
    outcomes.push({ dossierRef, erased });
  }
  for (const { dossierRef, ...why } of list.refused) {
    const about = { dossierRef, by, step: 'RefuseErasure' };
    await ask({ type: 'RefuseErasure', proposer, ...why }, about, ports);
    outcomes.push({ dossierRef, erased: false });
  }
  return outcomes;
}

interface By {
  readonly municipality: string;
  readonly listId: string;
  readonly actor: Actor;
}

async function ask(
  command: ClientFileCommand,
  { dossierRef, by, step }: { readonly dossierRef: string; readonly by: By; readonly step: string },
  { sendToFile, today }: ErasurePorts,
): Promise<TransactResult<ClientFile>> {
  const { municipality, listId, actor } = by;
  const names = ['erasure', step, municipality, listId, dossierRef];
  return sendToFile({
    municipality,
    personRef: dossierRef,
    command,
    actor,
    today: today(),
    commandId: derivedId(...names),
    commandHash: derivedHash(...names),
  });
}

/** Heard before and erased by another list count too: what matters is that the file says so. */
const isErased = (result: TransactResult<ClientFile>): boolean =>
  'state' in result && result.state.erasedOn !== undefined;
