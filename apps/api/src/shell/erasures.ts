import { erasureDecider, type ErasureList } from '@uitkomst/domain';
import { foldOf, foldStream, type Ledger } from '@uitkomst/ledger';
import { completeErasure, todayOf, type ErasurePorts, type Parts } from '@uitkomst/processes';
import { ERASURE_LISTS } from '@uitkomst/projections';

const LIST = foldOf(erasureDecider);

export const erasureStream = (municipality: string, listId: string): string => `erasure-${municipality}-${listId}`;

/** The list as its stream now is. */
export const readErasureList = async (ledger: Ledger, municipality: string, listId: string): Promise<ErasureList> =>
  (await foldStream({ ledger, stream: erasureStream(municipality, listId), fold: LIST })).state;

/** How a decided list is carried out: by the decision itself, and by what finishes it after a crash. */
export const erasurePorts = ({ clientFiles, clock, vault }: Parts): ErasurePorts => ({
  sendToFile: (task) => clientFiles.handle(task),
  today: () => todayOf(clock),
  forget: (whose) => vault.forget(whose),
});

/** Carries out what a crash left of decided lists. Lists are few, and a person in the register is passed over. */
export async function finishErasures(parts: Parts): Promise<void> {
  const { ledger, reads, vault } = parts;
  const decided = await reads.select(ERASURE_LISTS, { where: [{ column: 'status', is: '=', value: 'DECIDED' }] });
  for (const { municipality, listId } of decided) {
    const list = await readErasureList(ledger, municipality, listId);
    const left = list.erased.filter((personRef) => !vault.erasures.has({ municipality, personRef }));
    if (left.length > 0) await completeErasure(municipality, { ...list, erased: left }, erasurePorts(parts));
  }
}
