import { NotFoundException } from '@nestjs/common';
import { AccountParams, BatchLineParams, BatchParams } from '@uitkomst/contracts';
import { lineOf } from '@uitkomst/domain';
import { batchStream, readBatch } from '@uitkomst/processes';
import { actsController, type FindActs } from '../shell/acts/acts.controller.js';
import { staffAct } from '../shell/acts/shown-act.js';
import { providerFor, shown } from '../shell/acts/terms-acts.js';
import { readsMoney } from '../shell/auth/principal.js';

/** What was done to a batch, or to one line of it, for who pays and who checks that. */
const ofBatch: FindActs<{ readonly batchId: string; readonly claimId?: string }> = async (
  { ledger },
  principal,
  { batchId, claimId },
) => {
  readsMoney(principal);
  const { municipality } = principal;
  const batch = await readBatch(ledger, municipality, batchId);
  const isThere = claimId === undefined ? batch.status !== 'NONE' : lineOf(batch, claimId) !== undefined;
  if (!isThere) throw new NotFoundException('Niet gevonden');
  return { stream: batchStream(municipality, batchId), show: staffAct };
};

/** Of an account, for who may know of its provider. */
const ofAccount: FindActs<{ readonly providerId: string; readonly accountId: string }> = async (
  { ledger },
  principal,
  { providerId, accountId },
) => {
  const known = await providerFor(ledger, principal, providerId);
  if (!known.provider.accounts.has(accountId)) throw new NotFoundException('Niet gevonden');
  return shown(known);
};

const ON_BATCH = { params: BatchParams, tag: 'betalingen', find: ofBatch } as const;
const ON_LINE = { params: BatchLineParams, tag: 'betalingen', find: ofBatch } as const;

/** What was done to batches, their lines, and the accounts they pay on. */
export const PAYMENT_ACTS = [
  actsController({
    ...ON_BATCH,
    path: 'betaalbatches/:batchId/vrijgaven',
    types: ['BatchReleased'],
    list: { id: 'listReleases', summary: 'Vrijgave van een betaalbatch' },
    get: { id: 'getRelease', summary: 'Eén vrijgave van een betaalbatch' },
  }),
  actsController({
    ...ON_BATCH,
    path: 'betaalbatches/:batchId/annuleringen',
    types: ['BatchCancelled'],
    list: { id: 'listCancellations', summary: 'Annulering van een betaalbatch' },
    get: { id: 'getCancellation', summary: 'Eén annulering van een betaalbatch' },
  }),
  actsController({
    ...ON_LINE,
    path: 'betaalbatches/:batchId/regels/:claimId/aanhoudingen',
    types: ['BatchLineHeld'],
    list: { id: 'listHolds', summary: 'Aanhoudingen van een regel' },
    get: { id: 'getHold', summary: 'Eén aanhouding van een regel' },
  }),
  actsController({
    ...ON_LINE,
    path: 'betaalbatches/:batchId/regels/:claimId/vrijgaven',
    types: ['BatchLineFreed'],
    list: { id: 'listLineReleases', summary: 'Vrijgaven van een aangehouden regel' },
    get: { id: 'getLineRelease', summary: 'Eén vrijgave van een aangehouden regel' },
  }),
  actsController({
    ...ON_LINE,
    path: 'betaalbatches/:batchId/regels/:claimId/verrekeningen',
    types: ['BatchLineOffset'],
    list: { id: 'listOffsets', summary: 'Verrekeningen met een regel' },
    get: { id: 'getOffset', summary: 'Eén verrekening met een regel' },
  }),
  actsController({
    path: 'aanbieders/:providerId/rekeningen/:accountId/bevestigingen',
    params: AccountParams,
    tag: 'betalingen',
    find: ofAccount,
    types: ['BankAccountConfirmed'],
    list: { id: 'listConfirmations', summary: 'Bevestiging van een rekening' },
    get: { id: 'getConfirmation', summary: 'Eén bevestiging van een rekening' },
  }),
];
