import { z } from 'zod';
import { AccountId, CalendarDate, ProviderId } from '@uitkomst/domain';
import { Receipt } from './values.contract.js';

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
