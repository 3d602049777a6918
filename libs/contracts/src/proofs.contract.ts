import { CalendarDate, EventId, PersonRef, Sha256 } from '@uitkomst/domain';
import { z } from 'zod';
import { digits, feedQuery, Instant, pageOf } from './values.contract.js';

/** How to read it: RFC 9162 §2.1.3, and C2SP tlog-checkpoint; `@uitkomst/ledger/verify` checks it. */
export const InclusionInLog = z
  .object({
    leafHash: Sha256.describe('Hash van het blad'),
    leafIndex: z.int().min(0).describe('Plaats van het blad in het grootboek'),
    size: z.int().min(1).describe('Aantal bladen onder het zegel'),
    hashes: z.array(Sha256).describe('Hashes van blad naar wortel (RFC 9162)'),
    checkpoint: z.string().describe('Ondertekend zegel (C2SP tlog-checkpoint)'),
  })
  .meta({ id: 'InclusionInLog', description: 'Bewijs dat een blad in het verzegelde grootboek staat' });
export type InclusionInLog = z.infer<typeof InclusionInLog>;

export const EventProof = z
  .object({
    eventId: EventId,
    type: z.string(),
    recordedAt: Instant,
    leaf: z.string().optional().describe('Het blad zelf; alleen voor medewerkers en auditors'),
    dossierRef: PersonRef.optional().describe('Het dossier waarin zij staat; alleen voor medewerkers en auditors'),
    parts: z
      .record(z.string(), z.object({ salt: Sha256, text: z.string() }))
      .optional()
      .describe(
        'De delen waarvan het blad de hashes draagt: SHA-256(salt ‖ text); alleen voor medewerkers en auditors',
      ),
    inclusion: InclusionInLog,
  })
  .meta({ id: 'EventProof', description: 'Bewijs van een gebeurtenis' });
export type EventProof = z.infer<typeof EventProof>;
export const EventParams = z.object({ eventId: EventId });
export type EventParams = z.infer<typeof EventParams>;

export const LedgerEntry = z
  .object({
    leafIndex: z.int().min(0).describe('Plaats in het grootboek'),
    eventId: EventId,
    type: z.string(),
    recordedAt: Instant,
    stream: z.string().describe('Waarover: soort en kenmerk'),
    revision: z.int().min(0).describe('De hoeveelste daarover, vanaf 0'),
    role: z.string(),
    actor: z.string(),
    dossierRef: PersonRef.optional().describe('Bij een gebeurtenis in een dossier'),
    leafHash: Sha256,
    sealed: z.boolean().describe('Of er al een zegel over staat'),
  })
  .meta({ id: 'LedgerEntry', description: 'Een gebeurtenis zoals zij in het grootboek staat, zonder haar inhoud' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export const LedgerPage = pageOf('LedgerPage', LedgerEntry);
export type LedgerPage = z.infer<typeof LedgerPage>;

/** The same for who does not read the whole ledger: no place in it, from which the events of others could be counted. */
export const OwnLedgerEntry = LedgerEntry.omit({ leafIndex: true, stream: true, revision: true, actor: true })
  .extend({ dossierRef: PersonRef })
  .meta({ id: 'OwnLedgerEntry', description: 'Een gebeurtenis in een dossier, voor wie er zelf in staat' });
export type OwnLedgerEntry = z.infer<typeof OwnLedgerEntry>;
export const OwnLedgerPage = z
  .object({ next: z.string().nullable(), previous: z.string().nullable(), results: z.array(OwnLedgerEntry) })
  .meta({ id: 'OwnLedgerPage', description: 'Eigen gebeurtenissen, zonder telling' });
export type OwnLedgerPage = z.infer<typeof OwnLedgerPage>;

/** The auditor reads all; a provider and a client what is their own. */
export const ReadLedger = z
  .union([LedgerPage, OwnLedgerPage])
  .meta({ id: 'ReadLedger', description: 'Het grootboek voor wie het leest' });
export type ReadLedger = z.infer<typeof ReadLedger>;
export const ListLedger = feedQuery({});
export type ListLedger = z.infer<typeof ListLedger>;

export const ClaimProof = z
  .object({
    submission: EventProof.describe('De indiening van deze declaratie'),
    other: z
      .object({
        tag: Sha256.describe('Kenmerk van de uitstroom, gelijk voor ieder die haar declareerde'),
        recordedOn: CalendarDate,
        inclusion: InclusionInLog,
        statement: z.string().describe('Ondertekend: dit kenmerk hoort bij dit blad van deze dag'),
      })
      .optional()
      .describe('Dat en wanneer een andere declaratie op dezelfde uitstroom is betaald, niet van wie'),
  })
  .meta({ id: 'ClaimProof', description: 'Bewijs bij een declaratie' });
export type ClaimProof = z.infer<typeof ClaimProof>;

export const Seal = z
  .object({
    size: z.int().min(0).describe('Aantal bladen'),
    rootHash: Sha256,
    recordedAt: Instant,
    checkpoint: z.string().describe('Ondertekend zegel (C2SP tlog-checkpoint)'),
    consistency: z
      .array(Sha256)
      .optional()
      .describe('Hashes die tonen dat het grootboek van fromSize af alleen groeide'),
  })
  .meta({ id: 'Seal', description: 'Zegel over het grootboek' });
export type Seal = z.infer<typeof Seal>;
export const SealPage = pageOf('SealPage', Seal);
export type SealPage = z.infer<typeof SealPage>;
export const ListSeals = feedQuery({});
export type ListSeals = z.infer<typeof ListSeals>;

export const SealParams = z.object({ size: digits(0, Number.MAX_SAFE_INTEGER) });
export type SealParams = z.infer<typeof SealParams>;
export const SealQuery = z.strictObject({
  fromSize: digits(0, Number.MAX_SAFE_INTEGER).optional().describe('Kleiner zegel waarvan u het vervolg wilt zien'),
});
export type SealQuery = z.infer<typeof SealQuery>;

export const SealKeys = z
  .object({
    results: z
      .array(z.string())
      .describe('Publieke sleutels (C2SP), de oudste eerst, elk met de borgtocht van de vorige'),
  })
  .meta({ id: 'SealKeys', description: 'Sleutels waarmee het grootboek wordt verzegeld' });
export type SealKeys = z.infer<typeof SealKeys>;
