import { z } from 'zod';
import {
  AccountId,
  BatchId,
  CalendarDate,
  Cents,
  ClaimId,
  ClawbackId,
  Code,
  EventId,
  ProviderId,
  Sha256,
} from '@uitkomst/domain';
import { digits, Instant, pageOf, PageQuery, Receipt, TwoDates } from './values.contract.js';

/** Where a provider's money is to go. The number is kept in the vault; nobody reads it back in full. */
export const RegisterAccount = z
  .strictObject({
    iban: z.string().min(15).max(42).describe('IBAN; spaties mogen'),
    holder: z.string().trim().min(1).max(140).describe('Tenaamstelling, zoals de bank die kent'),
    activeFrom: CalendarDate.describe('In gebruik vanaf'),
  })
  .meta({ id: 'RegisterAccount', description: 'Rekening van een aanbieder' });
export type RegisterAccount = z.infer<typeof RegisterAccount>;
export const AccountParams = z.object({ providerId: ProviderId, accountId: AccountId });
export const ConfirmAccount = z.strictObject({}).meta({ id: 'ConfirmAccount', description: 'Bevestiging' });

export const Account = z
  .object({
    accountId: AccountId,
    iban: z.string().describe('Eerste vier en laatste vier tekens; de rest is afgedekt'),
    activeFrom: CalendarDate,
    confirmedOn: CalendarDate.nullable(),
    payableFrom: CalendarDate.nullable().describe('Vanaf deze dag wordt erop betaald; leeg zolang niet bevestigd'),
    receipt: Receipt.nullable().optional(),
  })
  .meta({ id: 'Account', description: 'Rekening van een aanbieder, zonder nummer' });
export type Account = z.infer<typeof Account>;
export const Accounts = z.object({ results: z.array(Account) }).meta({ id: 'Accounts' });
export type Accounts = z.infer<typeof Accounts>;

export const BatchLineParams = z.object({ batchId: BatchId, claimId: ClaimId });
export type BatchLineParams = z.infer<typeof BatchLineParams>;
export const HoldLine = z
  .strictObject({ reason: Code })
  .meta({ id: 'HoldLine', description: 'Aanhouding van een regel' });
export type HoldLine = z.infer<typeof HoldLine>;
export const FreeLine = z.strictObject({}).meta({ id: 'FreeLine', description: 'Vrijgave van een aangehouden regel' });
export const OffsetLine = z
  .strictObject({ clawbackId: ClawbackId, cents: Cents.min(1) })
  .meta({ id: 'OffsetLine', description: 'Verrekening van een terugvordering met een regel' });
export type OffsetLine = z.infer<typeof OffsetLine>;

export const ExportBatch = z.strictObject({}).meta({ id: 'ExportBatch', description: 'Uitvoer van een betaalbatch' });
export const PaymentFileMade = z
  .object({
    batchId: BatchId,
    messageId: z.string(),
    sha256: Sha256,
    exportedOn: CalendarDate,
    lines: z.int(),
    controlSumCents: Cents,
  })
  .meta({ id: 'PaymentFileMade', description: 'Het betaalbestand, gemaakt en bewaard' });
export type PaymentFileMade = z.infer<typeof PaymentFileMade>;

export const BankMessageReport = z
  .object({
    kind: z.enum(['PAIN_002', 'CAMT_053']),
    messageId: z.string(),
    sha256: Sha256,
    counts: z.record(z.string(), z.int()).describe('Aantal regels per uitkomst'),
    lines: z
      .array(
        z.object({
          place: z.string().describe('Plaats in het bestand'),
          endToEndId: z.string().optional(),
          claimId: ClaimId.optional(),
          status: z.enum(['SETTLED', 'REJECTED', 'RETURNED', 'PENDING', 'DUPLICATE', 'MISMATCH', 'UNKNOWN']),
          reason: z.enum(['UNKNOWN_ORDER', 'NOT_OUTSTANDING', 'WRONG_AMOUNT', 'WRONG_CURRENCY']).optional(),
        }),
      )
      .describe('Alle regels, behalve die over betalingen van anderen: die staan alleen in de telling'),
  })
  .meta({ id: 'BankMessageReport', description: 'Wat er met elke regel van het bankbericht is gebeurd' });
export type BankMessageReport = z.infer<typeof BankMessageReport>;

export const BankMessageParams = z.object({ sha256: Sha256 });
export const ListBankMessages = z.strictObject({ ...PageQuery });
export const BankMessagePage = pageOf(
  'BankMessagePage',
  BankMessageReport.omit({ lines: true })
    .extend({ toldAt: Instant, toldBy: z.string().describe('Vast kenmerk van wie het aanleverde') })
    .meta({ id: 'BankMessageSummary', description: 'Verwerkt bankbericht' }),
);
export type BankMessagePage = z.infer<typeof BankMessagePage>;

const Mismatch = z.object({
  eventId: EventId,
  endToEndId: z.string(),
  reason: z.string(),
  cents: Cents,
  currency: z.string(),
  reportedOn: CalendarDate,
});
export const Mismatches = z
  .object({ results: z.array(Mismatch) })
  .meta({ id: 'Mismatches', description: 'Boekingen van de bank die bij geen openstaande regel passen' });
export type Mismatches = z.infer<typeof Mismatches>;
export const OpenMismatches = z
  .object({
    results: z.array(
      Mismatch.extend({ claimId: ClaimId, providerId: ProviderId, etag: z.string().describe('Waarde voor If-Match') }),
    ),
  })
  .meta({ id: 'OpenMismatches', description: 'Alle boekingen waarvan nog niet is vastgelegd wat zij waren' });
export type OpenMismatches = z.infer<typeof OpenMismatches>;
export const ResolveMismatch = z
  .strictObject({ mismatchEventId: EventId, result: z.enum(['SETTLED', 'REJECTED', 'DISMISSED']) })
  .meta({ id: 'ResolveMismatch', description: 'Wat de boeking bleek te zijn' });
export type ResolveMismatch = z.infer<typeof ResolveMismatch>;

export const JournalQuery = z.strictObject({
  bookingYear: digits(1990, 2199).describe('Boekjaar'),
  ...TwoDates,
});
export type JournalQuery = z.infer<typeof JournalQuery>;
export const RemittanceParams = z.object({ batchId: BatchId, providerId: ProviderId });
export type RemittanceParams = z.infer<typeof RemittanceParams>;
