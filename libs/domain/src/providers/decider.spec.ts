import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import { providerDecider, PROVIDER_COMMANDS, type ProviderCommand } from './decider.js';
import type { ProviderEvent } from './events.js';

const manager = person('CONTRACTS');
const cashier = person('FINANCE');
const provider = { providerId: 'PASWERK', ownership: 'AFFILIATED' as const, validFrom: '2004-01-01' };
const registered: ProviderEvent = { type: 'ProviderRegistered', payload: provider };
const tie = { providerId: 'PASWERK', employerId: 'KVK-34112233', kind: 'SUBSIDIARY' as const, validFrom: '2004-01-01' };
const tied: ProviderEvent = { type: 'AffiliationRegistered', payload: tie };
const account = { providerId: 'PASWERK', accountId: 'ACC-1', activeFrom: '2006-01-01', ibanCommitment: 'a'.repeat(64) };
const opened = { type: 'BankAccountRegistered', payload: account, by: manager } as const;
const confirmed: ProviderEvent = {
  type: 'BankAccountConfirmed',
  payload: { providerId: 'PASWERK', accountId: 'ACC-1', confirmedOn: '2009-03-10' },
};

describe('providers', () => {
  const fresh = given(providerDecider);
  const known = given(providerDecider, registered);

  it('registers a provider and hears it twice', () => {
    expect(fresh.when({ type: 'RegisterProvider', provider }, manager)).toEqual(accept(registered));
    expect(known.when({ type: 'RegisterProvider', provider }, manager)).toEqual(accept());
  });
  it('records a change of ownership from a later day on, and none that rewrites the past', () => {
    const sold = { ...provider, ownership: 'PRIVATE' as const };
    const later = { ...sold, validFrom: '2008-01-01' };
    expect(known.when({ type: 'RegisterProvider', provider: sold }, manager)).toEqual(refuse('ID_REUSED'));
    const decision = known.when({ type: 'RegisterProvider', provider: later }, manager);
    expect(decision).toEqual(accept({ type: 'ProviderRegistered', payload: later }));
  });
  it('registers whom a provider is tied to, until when, and hears it twice', () => {
    const ended = { ...tie, validTo: '2007-01-01' };
    expect(known.when({ type: 'RegisterAffiliation', affiliation: tie }, manager)).toEqual(accept(tied));
    const both = given(providerDecider, registered, tied);
    expect(both.when({ type: 'RegisterAffiliation', affiliation: tie }, manager)).toEqual(accept());
    expect(both.when({ type: 'RegisterAffiliation', affiliation: ended }, manager)).toEqual(
      accept({ type: 'AffiliationRegistered', payload: ended }),
    );
    const wrong = { ...tie, validTo: '2003-01-01' };
    expect(both.when({ type: 'RegisterAffiliation', affiliation: wrong }, manager)).toEqual(refuse('INVALID_PERIOD'));
  });
  it('knows nothing of a provider that was never registered', () => {
    expect(fresh.when({ type: 'RegisterAffiliation', affiliation: tie }, manager)).toEqual(refuse('NOT_FOUND'));
    expect(fresh.when({ type: 'RegisterBankAccount', account }, manager)).toEqual(refuse('NOT_FOUND'));
    expect(known.when({ type: 'ConfirmBankAccount', accountId: 'ACC-1' }, cashier)).toEqual(refuse('NOT_FOUND'));
  });
  it('registers an account, which another account never replaces', () => {
    expect(known.when({ type: 'RegisterBankAccount', account }, manager)).toEqual(
      accept({ type: 'BankAccountRegistered', payload: account }),
    );
    const open = given(providerDecider, registered, opened);
    expect(open.when({ type: 'RegisterBankAccount', account }, manager)).toEqual(accept());
    const other = { ...account, ibanCommitment: 'b'.repeat(64) };
    expect(open.when({ type: 'RegisterBankAccount', account: other }, manager)).toEqual(refuse('ID_REUSED'));
  });
  it('has an account confirmed by another person than registered it', () => {
    const open = given(providerDecider, registered, opened);
    const confirm: ProviderCommand = { type: 'ConfirmBankAccount', accountId: 'ACC-1' };
    expect(open.when(confirm, cashier)).toEqual(accept(confirmed));
    expect(given(providerDecider, registered, opened, confirmed).when(confirm, cashier)).toEqual(accept());
    expect(open.when(confirm, { ...cashier, id: manager.id })).toEqual(refuse('SEPARATION_OF_DUTIES'));
  });
  it('refuses who decides on a provider as it no longer is', () => {
    const confirm: ProviderCommand = { type: 'ConfirmBankAccount', accountId: 'ACC-1', ifMatch: 1 };
    expect(given(providerDecider, registered, opened).when(confirm, cashier)).toEqual(refuse('VERSION_STALE'));
  });
  it('lets each command come from its own role only: an auditor proposes and records nothing', () => {
    const commands: readonly ProviderCommand[] = [
      { type: 'RegisterProvider', provider },
      { type: 'RegisterAffiliation', affiliation: tie },
      { type: 'RegisterBankAccount', account },
      { type: 'ConfirmBankAccount', accountId: 'ACC-1' },
    ];
    const open = given(providerDecider, registered, opened);
    for (const actor of EVERYBODY)
      for (const command of commands) {
        const may = PROVIDER_COMMANDS[command.type].includes(actor.role);
        const { refusal } = open.when(command, actor);
        expect([actor.role, command.type, refusal?.code]).toEqual([
          actor.role,
          command.type,
          may ? undefined : 'ROLE_MAY_NOT_RECORD',
        ]);
      }
  });
});
