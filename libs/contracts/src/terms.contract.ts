import { z } from 'zod';
import {
  AffiliationRegistered,
  CalendarDate,
  Cents,
  ContractAmended,
  ContractId,
  ContractRegistered,
  DefinitionId,
  EventId,
  DefinitionSetPublished,
  ProviderId,
  ProviderRegistered,
  RuleSetActivated,
  TariffSet,
} from '@uitkomst/domain';
import { digits, Instant, Receipt } from './values.contract.js';

export const RegisterProvider = ProviderRegistered.payload.meta({
  id: 'RegisterProvider',
  description: 'Registratie van een aanbieder',
});
export type RegisterProvider = z.infer<typeof RegisterProvider>;
export const ProviderParams = z.object({ providerId: ProviderId });
export const RegisterAffiliation = AffiliationRegistered.payload
  .omit({ providerId: true })
  .meta({ id: 'RegisterAffiliation', description: 'Verbondenheid van een aanbieder met een werkgever' });
export type RegisterAffiliation = z.infer<typeof RegisterAffiliation>;

export const RegisterContract = ContractRegistered.payload.meta({
  id: 'RegisterContract',
  description: 'Registratie van een re-integratiecontract',
});
export type RegisterContract = z.infer<typeof RegisterContract>;
export const ContractParams = z.object({ contractId: ContractId });
export const AmendContract = ContractAmended.payload
  .omit({ contractId: true })
  .meta({ id: 'AmendContract', description: 'Wijziging van een contract' });
export type AmendContract = z.infer<typeof AmendContract>;
export const SetTariff = TariffSet.payload
  .omit({ contractId: true })
  .meta({ id: 'SetTariff', description: 'Tarief per resultaat' });
export type SetTariff = z.infer<typeof SetTariff>;

export const PublishDefinition = DefinitionSetPublished.payload
  .omit({ definitionId: true })
  .extend({
    goldenCases: z
      .strictObject({
        files: z
          .array(z.string().min(1).max(200_000))
          .min(1)
          .max(50)
          .describe('Teksten van gevallen (YAML), met als preset het normenkader en de versie, zoals NL-STD@2'),
        tariffCents: Cents.optional().describe(
          'Tarief waarvan de bedragen in de gevallen uitgaan; 300000 als het ontbreekt',
        ),
      })
      .optional()
      .describe('Eigen gevallen; komt er één anders uit, dan wordt de versie niet gepubliceerd'),
  })
  .meta({ id: 'PublishDefinition', description: 'Nieuwe versie van een normenkader' });
export type PublishDefinition = z.infer<typeof PublishDefinition>;
export const DefinitionParams = z.object({ definitionId: DefinitionId });
export const DefinitionVersionParams = DefinitionParams.extend({ version: digits(1, 1_000_000) });

export const ActivateRuleSet = RuleSetActivated.payload
  .extend({ decisionRef: RuleSetActivated.payload.shape.decisionRef.unwrap() })
  .meta({ id: 'ActivateRuleSet', description: 'Versie van de regels die vanaf een dag beslist' });
export type ActivateRuleSet = z.infer<typeof ActivateRuleSet>;
export const RuleSet = z
  .object({
    eventId: EventId,
    ruleSet: z.string(),
    decisionRef: z.string().optional(),
    validFrom: CalendarDate,
  })
  .meta({ id: 'RuleSet', description: 'Regelset die vanaf een dag beslist' });
export type RuleSet = z.infer<typeof RuleSet>;
export const RuleSets = z
  .object({
    active: z.string().describe('Regelset die vandaag beslist'),
    known: z.array(z.string()).describe('Regelsets die deze versie kent'),
    results: z.array(RuleSet),
  })
  .meta({ id: 'RuleSets', description: 'Regelsets, in de volgorde van vastlegging' });
export type RuleSets = z.infer<typeof RuleSets>;

/** What was recorded about a provider, contract or definition set, in order. */
export const TermsHistory = z
  .object({
    id: z.string(),
    events: z.array(
      z.object({
        eventId: z.string(),
        type: z.string(),
        recordedAt: Instant,
        fields: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'TermsHistory', description: 'Vastgelegde voorwaarden, in volgorde' });
export type TermsHistory = z.infer<typeof TermsHistory>;
export const TermsList = z.object({ results: z.array(z.object({ id: z.string() })) }).meta({ id: 'TermsList' });
export const ContractList = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        providerId: ProviderId.describe('Aanbieder volgens de laatste vastlegging'),
        definitionSetId: DefinitionId,
        validFrom: CalendarDate,
        validTo: CalendarDate.optional(),
      }),
    ),
  })
  .meta({ id: 'ContractList', description: 'Contracten, elk zoals het laatst is vastgelegd' });
export const DefinitionList = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        version: z.int().describe('Laatste versie'),
        validFrom: CalendarDate.describe('Waarop die begint'),
        validTo: CalendarDate.optional(),
      }),
    ),
    builtIn: z.array(z.string()).describe('Ingebouwd, om in een proefberekening mee te vergelijken'),
  })
  .meta({ id: 'DefinitionList', description: 'Normenkaders met hun laatste versie' });
export const TermsRecorded = z
  .object({ id: z.string(), receipt: Receipt.nullable().describe('Leeg als dit al zo was vastgelegd') })
  .meta({ id: 'TermsRecorded', description: 'Vastgelegde voorwaarde' });
export type TermsRecorded = z.infer<typeof TermsRecorded>;
