import { ClaimParams, ObjectionParams } from '@uitkomst/contracts';
import { personOf } from '@uitkomst/domain';
import { clientStream, type RecordedEvent } from '@uitkomst/ledger';
import { actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { ofClaim } from '../shell/acts/claim-acts.js';
import { shownAct } from '../shell/acts/shown-act.js';
import { isStaff } from '../shell/auth/principal.js';
import { objectionIn } from './shown-objection.js';

/** A party reads what it did itself, and the decision once a letter told of it: not who else objected or took that back. */
const ofObjection: FindActs<ObjectionParams> = async ({ clientFiles }, principal, { objectionId }) => {
  const { municipality, roles } = principal;
  const { state: file } = await clientFiles.read(municipality, personOf(objectionId));
  const { body } = objectionIn(file, principal, objectionId);
  const isTheirs = ({ id, type, actor }: RecordedEvent): boolean =>
    type === 'ObjectionDecided' ? id === body.decisionId : roles.some((role) => role === actor.role);
  return {
    stream: clientStream(municipality, personOf(objectionId)),
    show: (event) => (isStaff(principal) || isTheirs(event) ? shownAct(principal, event) : undefined),
  };
};

const ON_CLAIM = { params: ClaimParams, tag: 'claims', find: ofClaim } as const;
const ON_OBJECTION = { params: ObjectionParams, tag: 'bezwaar', find: ofObjection } as const;

/** Aanvullingen en intrekkingen of a claim; intrekkingen and beslissingen of an objection. */
export const CLAIM_ACTS = [
  actsController({
    ...ON_CLAIM,
    path: 'claims/:claimId/aanvullingen',
    types: ['ClaimCompleted'],
    list: { id: 'listCompletions', summary: 'Aanvullingen van een declaratie' },
    get: { id: 'getCompletion', summary: 'Eén aanvulling van een declaratie' },
  }),
  actsController({
    ...ON_CLAIM,
    path: 'claims/:claimId/intrekkingen',
    types: ['ClaimWithdrawn'],
    list: { id: 'listWithdrawals', summary: 'Intrekking van een declaratie' },
    get: { id: 'getWithdrawal', summary: 'Eén intrekking van een declaratie' },
  }),
  actsController({
    ...ON_OBJECTION,
    path: 'bezwaren/:objectionId/intrekkingen',
    types: ['ObjectionWithdrawn'],
    list: { id: 'listObjectionWithdrawals', summary: 'Intrekkingen van een bezwaar' },
    get: { id: 'getObjectionWithdrawal', summary: 'Eén intrekking van een bezwaar' },
  }),
  actsController({
    ...ON_OBJECTION,
    path: 'bezwaren/:objectionId/beslissingen',
    types: ['ObjectionDecided'],
    list: { id: 'listObjectionDecisions', summary: 'Beslissing op een bezwaar' },
    get: { id: 'getObjectionDecision', summary: 'Eén beslissing op een bezwaar' },
  }),
];
