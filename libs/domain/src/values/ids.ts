import { z } from 'zod';

/** RFC 4648 base32 in lower case: safe in URLs, in stream names and read aloud. */
const BASE32 = 'a-z2-7';

/** Random pseudonym of a client: 64 bits in base32. Only the vault knows whose it is. */
export const PersonRef = z
  .string()
  .regex(new RegExp(`^[${BASE32}]{13}$`))
  .meta({ id: 'PersonRef', description: 'Pseudoniem van een cliënt' });
export type PersonRef = string;

/** A claim, clawback or objection names its client first, so that the id finds the file (at most 30 characters). */
const routed = (id: string, description: string) =>
  z
    .string()
    .regex(new RegExp(`^[${BASE32}]{13}\\.[${BASE32}]{1,16}$`))
    .meta({ id, description });

export const ClaimId = routed('ClaimId', 'Claimnummer');
export type ClaimId = string;
export const ClawbackId = routed('ClawbackId', 'Terugvorderingsnummer');
export const ObjectionId = routed('ObjectionId', 'Bezwaarnummer');

/** The client a claim, clawback or objection is about. */
export const personOf = (routedId: string): PersonRef => routedId.slice(0, routedId.indexOf('.'));

export const EventId = z.uuid().meta({ id: 'EventId', description: 'Gebeurtenis (UUID)' });
export type EventId = string;

/** CBS code of the municipality, four digits. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ id: 'MunicipalityCode', description: 'CBS-gemeentecode, vier cijfers' });

/** References that other systems gave: benefits, trajects, jobs, contracts, providers, employers. No spaces, no personal data. */
const reference = (id: string, description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)
    .refine((text) => !/^\d{9}$/.test(text), 'nine digits could be a BSN')
    .meta({ id, description });

export const BenefitId = reference('BenefitId', 'Uitkering');
export const TrajectId = reference('TrajectId', 'Traject');
export const JobId = reference('JobId', 'Dienstverband');
export const FundingId = reference('FundingId', 'Loonkostensubsidie of andere loonfinanciering');
export const ContractId = reference('ContractId', 'Contract');
export const ProviderId = reference('ProviderId', 'Aanbieder');
export const EmployerId = reference('EmployerId', 'Werkgever (KvK-, vestigings- of registernummer)');
export const DefinitionId = reference('DefinitionId', 'Normenkader');
export const BatchId = reference('BatchId', 'Betaalbatch');
export const AccountId = reference('AccountId', 'Rekening van een aanbieder');
export const ListId = reference('ListId', 'Vernietigingslijst');
export const SampleId = reference('SampleId', 'Steekproef');
/** A short code from an agreed list; never words. */
export const Code = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,49}$/)
  .meta({ id: 'Code', description: 'Code' });
export const SubjectId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}$/)
  .meta({ id: 'SubjectId', description: 'Vast kenmerk van wie handelt (geen naam)' });
export const OrganisationId = reference('OrganisationId', 'Organisatie');
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256', description: 'SHA-256, hexadecimaal' });

export const MILESTONE_DEFAULT = 'SUSTAINED';
