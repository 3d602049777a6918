import { FactParams } from '@uitkomst/contracts';
import { clientStream } from '@uitkomst/ledger';
import { actIn, actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { factReaderOf, factsIn, fileSeen } from './timeline/read-timeline.js';

/** What was done to a fact, for who sees the fact itself. */
const ofFact: FindActs<FactParams> = async (services, principal, { dossierRef, eventId }) => {
  const seen = await fileSeen(services, principal, { dossierRef, readerFor: factReaderOf });
  actIn(await factsIn(services, principal, seen), eventId);
  const isAbout = (payload: unknown): boolean => (payload as { targetEventId?: string }).targetEventId === eventId;
  return {
    stream: clientStream(principal.municipality, dossierRef),
    show: (event) => (isAbout(event.payload) ? seen.reader.show(event) : undefined),
  };
};

const ON_FACT = { params: FactParams, tag: 'dossiers', find: ofFact } as const;

/** Feiten ingetrokken en gecorrigeerd: what was done to a fact, beside the fact itself. */
export const FACT_ACTS = [
  actsController({
    ...ON_FACT,
    path: 'dossiers/:dossierRef/feiten/:eventId/intrekkingen',
    types: ['FactRetracted'],
    list: { id: 'listRetractions', summary: 'Intrekkingen van een feit' },
    get: { id: 'getRetraction', summary: 'Eén intrekking van een feit' },
  }),
  actsController({
    ...ON_FACT,
    path: 'dossiers/:dossierRef/feiten/:eventId/correcties',
    types: ['FactCorrected'],
    list: { id: 'listCorrections', summary: 'Correcties van een feit' },
    get: { id: 'getCorrection', summary: 'Eén correctie van een feit' },
  }),
];
