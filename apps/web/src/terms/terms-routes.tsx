import { Route, Routes } from 'react-router';
import { NotFound } from '../shell/not-found.js';
import { AmendPage } from './contracts/amend-page.js';
import { ContractPage } from './contracts/contract-page.js';
import { ContractsPage } from './contracts/contracts-page.js';
import { RegisterContractPage } from './contracts/register-contract-page.js';
import { TariffPage } from './contracts/tariff-page.js';
import { DefinitionPage } from './definitions/definition-page.js';
import { DefinitionsPage } from './definitions/definitions-page.js';
import { PublishPage } from './definitions/publish-page.js';
import { DelegationsPage } from './others/delegations-page.js';
import { RuleSetsPage } from './others/rule-sets-page.js';
import { AccountPage } from './providers/account-page.js';
import { AffiliationPage } from './providers/affiliation-page.js';
import { ProviderPage } from './providers/provider-page.js';
import { ProvidersPage } from './providers/providers-page.js';
import { RegisterProviderPage } from './providers/register-provider-page.js';

export function Screens() {
  return (
    <Routes>
      <Route path="contracten" element={<ContractsPage />} />
      <Route path="contracten/nieuw" element={<RegisterContractPage />} />
      <Route path="contracten/:contractId" element={<ContractPage />} />
      <Route path="contracten/:contractId/wijzigen" element={<AmendPage />} />
      <Route path="contracten/:contractId/tarief" element={<TariffPage />} />
      <Route path="aanbieders" element={<ProvidersPage />} />
      <Route path="aanbieders/nieuw" element={<RegisterProviderPage />} />
      <Route path="aanbieders/:providerId" element={<ProviderPage />} />
      <Route path="aanbieders/:providerId/verbondenheid" element={<AffiliationPage />} />
      <Route path="aanbieders/:providerId/rekening" element={<AccountPage />} />
      <Route path="normenkaders" element={<DefinitionsPage />} />
      <Route path="normenkaders/nieuw" element={<PublishPage />} />
      <Route path="normenkaders/:definitionId" element={<DefinitionPage />} />
      <Route path="normenkaders/:definitionId/nieuwe-versie" element={<PublishPage />} />
      <Route path="regels" element={<RuleSetsPage />} />
      <Route path="mandaten" element={<DelegationsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
