import { NotFoundException } from '@nestjs/common';
import { ErasureListParams } from '@uitkomst/contracts';
import { actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { staffAct } from '../shell/acts/shown-act.js';
import { actAs } from '../shell/auth/principal.js';
import { erasureStream, readErasureList } from '../shell/erasures.js';
import { READERS } from './erasure-lists.controller.js';

const ofErasureList: FindActs<{ readonly listId: string }> = async ({ ledger }, principal, { listId }) => {
  actAs(principal, READERS);
  const { municipality } = principal;
  const { status } = await readErasureList(ledger, municipality, listId);
  if (status === 'NONE') throw new NotFoundException('Niet gevonden');
  return { stream: erasureStream(municipality, listId), show: staffAct };
};

/** Besluiten of a list: as they were taken; what became of each person stands on the list. */
export const ERASURE_ACTS = [
  actsController({
    path: 'vernietigingslijsten/:listId/besluiten',
    params: ErasureListParams,
    tag: 'privacy',
    find: ofErasureList,
    types: ['ErasureDecided'],
    list: { id: 'listErasureDecisions', summary: 'Besluit op een vernietigingslijst' },
    get: { id: 'getErasureDecision', summary: 'Eén besluit op een vernietigingslijst' },
  }),
];
