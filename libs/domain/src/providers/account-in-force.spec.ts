import { dayOf } from '../values/calendar-date.js';
import type { Account } from '../terms/terms.js';
import { accountInForce } from './account-in-force.js';

const account = (accountId: string, activeFrom: string, confirmedOn?: string): Account => ({
  accountId,
  activeFrom: dayOf(activeFrom),
  ...(confirmedOn !== undefined && { confirmedOn: dayOf(confirmedOn) }),
});
const on = (today: string, accounts: readonly Account[], coolingDays?: number) =>
  accountInForce({ accounts: new Map([['PASWERK', accounts]]) }, 'PASWERK', { today: dayOf(today), coolingDays });
const old = account('OLD', '2004-01-01', '2004-01-02');

describe('the account a provider is paid on', () => {
  it('is one that another person confirmed seven days ago or longer', () => {
    expect(on('2009-03-10', [old])).toBe('OLD');
    expect(on('2009-03-10', [account('NEW', '2009-01-01', '2009-03-03')])).toBe('NEW');
    expect(on('2009-03-10', [account('NEW', '2009-01-01', '2009-03-04')])).toBeUndefined();
    expect(on('2009-03-10', [account('NEW', '2009-01-01')])).toBeUndefined();
    expect(on('2009-03-10', [])).toBeUndefined();
  });
  it('is confirmed as long ago as the municipality wants', () => {
    const fresh = [account('NEW', '2009-01-01', '2009-03-10')];
    expect(on('2009-03-10', fresh, 0)).toBe('NEW');
    expect(on('2009-03-20', fresh, 14)).toBeUndefined();
  });
  it('is none while a later one waits: nobody knows which of the two is right', () => {
    expect(on('2009-03-10', [old, account('NEW', '2009-03-01')])).toBeUndefined();
    expect(on('2009-03-10', [account('NEW', '2009-03-01', '2009-03-01'), old])).toBe('NEW');
  });
  it('is still the earlier one until a later one comes into use', () => {
    expect(on('2009-03-10', [old, account('NEW', '2009-04-01')])).toBe('OLD');
  });
});
