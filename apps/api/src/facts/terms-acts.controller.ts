import { ContractParams, ProviderParams } from '@uitkomst/contracts';
import { actsController } from '../shell/acts/acts.controller.js';
import { ofContract, ofProvider } from '../shell/acts/terms-acts.js';

const ON_CONTRACT = { params: ContractParams, tag: 'voorwaarden', find: ofContract } as const;

/** Wijzigingen, tarieven, verbondenheden: each change of the terms by itself, beside their whole history. */
export const TERMS_ACTS = [
  actsController({
    ...ON_CONTRACT,
    path: 'contracten/:contractId/wijzigingen',
    types: ['ContractAmended'],
    list: { id: 'listAmendments', summary: 'Wijzigingen van een contract' },
    get: { id: 'getAmendment', summary: 'Eén wijziging van een contract' },
  }),
  actsController({
    ...ON_CONTRACT,
    path: 'contracten/:contractId/tarieven',
    types: ['TariffSet'],
    list: { id: 'listTariffs', summary: 'Tarieven van een contract' },
    get: { id: 'getTariff', summary: 'Eén tarief van een contract' },
  }),
  actsController({
    path: 'aanbieders/:providerId/verbondenheden',
    params: ProviderParams,
    tag: 'voorwaarden',
    find: ofProvider,
    types: ['AffiliationRegistered'],
    list: { id: 'listAffiliations', summary: 'Verbondenheden van een aanbieder' },
    get: { id: 'getAffiliation', summary: 'Eén verbondenheid van een aanbieder' },
  }),
];
