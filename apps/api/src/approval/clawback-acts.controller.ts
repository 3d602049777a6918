import { ClawbackParams } from '@uitkomst/contracts';
import { personOf } from '@uitkomst/domain';
import { clientStream, type RecordedEvent } from '@uitkomst/ledger';
import { actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { shownAct, staffAct } from '../shell/acts/shown-act.js';
import { mayReadMoney } from '../shell/auth/principal.js';
import { clawbackIn } from './shown-clawback.js';

/** A provider reads a decision, and what became of the money, once a letter told of that decision. */
const ofClawback: FindActs<ClawbackParams> = async ({ clientFiles }, principal, { clawbackId }) => {
  const { municipality, roles } = principal;
  const { state: file } = await clientFiles.read(municipality, personOf(clawbackId));
  const { decisionId } = clawbackIn(file, principal, clawbackId).body;
  const isTold = ({ id, type }: RecordedEvent): boolean => {
    if (type === 'ClawbackDecided') return id === decisionId;
    return type !== 'ClawbackSettled' || decisionId !== undefined;
  };
  return {
    stream: clientStream(municipality, personOf(clawbackId)),
    show: (event) => {
      if (mayReadMoney(principal)) return staffAct(event);
      return roles.includes('PROVIDER') && !isTold(event) ? undefined : shownAct(principal, event);
    },
  };
};

const ON_CLAWBACK = { params: ClawbackParams, tag: 'terugvordering', find: ofClawback } as const;

/** Zienswijzen, beslissingen and afwikkelingen of a clawback. */
export const CLAWBACK_ACTS = [
  actsController({
    ...ON_CLAWBACK,
    path: 'terugvorderingen/:clawbackId/zienswijzen',
    types: ['ClawbackHeard'],
    list: { id: 'listHearings', summary: 'Zienswijzen op een terugvordering' },
    get: { id: 'getHearing', summary: 'Eén zienswijze op een terugvordering' },
  }),
  actsController({
    ...ON_CLAWBACK,
    path: 'terugvorderingen/:clawbackId/beslissingen',
    types: ['ClawbackDecided', 'ClawbackWithdrawn'],
    list: { id: 'listClawbackDecisions', summary: 'Beslissing over een terugvordering' },
    get: { id: 'getClawbackDecision', summary: 'Eén beslissing over een terugvordering' },
  }),
  actsController({
    ...ON_CLAWBACK,
    path: 'terugvorderingen/:clawbackId/afwikkelingen',
    types: ['ClawbackSettled'],
    list: { id: 'listSettlements', summary: 'Afwikkelingen van een terugvordering' },
    get: { id: 'getSettlement', summary: 'Eén afwikkeling van een terugvordering' },
  }),
];
