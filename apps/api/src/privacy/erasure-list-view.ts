import type { ErasureListView } from '@uitkomst/contracts';
import type { ClientFile, ErasureList } from '@uitkomst/domain';

type Entry = ErasureListView['entries'][number];

/** A list with what became of each person on it; undefined where there is none. */
export async function erasureListView(
  list: ErasureList,
  read: (dossierRef: string) => Promise<{ readonly state: ClientFile }>,
): Promise<ErasureListView | undefined> {
  const { status, listId, ground, proposer, proposedOn, decidedOn, decider } = list;
  if (status === 'NONE' || !listId || !ground || !proposer || !proposedOn) return undefined;
  const entries: Entry[] = [];
  for (const dossierRef of list.dossierRefs) entries.push(await entryOf(list, dossierRef, read));
  return {
    listId,
    status,
    ground,
    proposedOn,
    proposer,
    decidedOn: decidedOn ?? null,
    decider: decider?.id ?? null,
    entries,
  };
}

async function entryOf(
  list: ErasureList,
  dossierRef: string,
  read: (dossierRef: string) => Promise<{ readonly state: ClientFile }>,
): Promise<Entry> {
  const refused = list.refused.find((entry) => entry.dossierRef === dossierRef);
  if (refused !== undefined)
    return {
      dossierRef,
      outcome: 'REFUSED',
      ground: refused.ground,
      retentionUntilOn: refused.retentionUntilOn ?? null,
    };
  if (list.status === 'PROPOSED') return { dossierRef, outcome: 'PROPOSED', ground: null, retentionUntilOn: null };
  const { state } = await read(dossierRef);
  if (state.erasedOn !== undefined) return { dossierRef, outcome: 'ERASED', ground: null, retentionUntilOn: null };
  return { dossierRef, outcome: 'REFUSED', ground: 'CLAIM_OPEN', retentionUntilOn: null };
}
