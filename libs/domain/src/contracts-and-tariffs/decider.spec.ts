import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import { contractDecider } from './decider.js';
import type { ContractEvent } from './events.js';

const manager = person('CONTRACTS');
const contract = {
  contractId: 'K-2006-04',
  providerId: 'AGENS',
  definitionSetId: 'HRL-2006',
  validFrom: '2006-01-01',
  validTo: '2009-01-01',
};
const registered: ContractEvent = { type: 'ContractRegistered', payload: contract };
const tariff = { contractId: 'K-2006-04', milestone: 'SUSTAINED', cents: 300_000, validFrom: '2006-01-01' };
const priced: ContractEvent = { type: 'TariffSet', payload: tariff };

describe('contracts and tariffs', () => {
  const fresh = given(contractDecider);
  const known = given(contractDecider, registered);

  it('registers a contract', () => {
    expect(fresh.when({ type: 'RegisterContract', contract }, manager)).toEqual(accept(registered));
  });
  it('hears the same registration twice and records it once', () => {
    expect(known.when({ type: 'RegisterContract', contract }, manager)).toEqual(accept());
  });
  it('does not give a contract number to other terms within the same period', () => {
    const other = { ...contract, budgetCents: 1 };
    expect(known.when({ type: 'RegisterContract', contract: other }, manager)).toEqual(refuse('ID_REUSED'));
  });
  it('does not give a contract number to another provider', () => {
    const other = { ...contract, providerId: 'PASWERK', validFrom: '2009-01-01', validTo: '2011-01-01' };
    expect(known.when({ type: 'RegisterContract', contract: other }, manager)).toEqual(refuse('ID_REUSED'));
  });
  it('registers the same contract again for a later term', () => {
    const renewal = { ...contract, validFrom: '2009-06-01', validTo: '2011-01-01' };
    const decision = known.when({ type: 'RegisterContract', contract: renewal }, manager);
    expect(decision).toEqual(accept({ type: 'ContractRegistered', payload: renewal }));
  });
  it.each(['2006-01-01', '2005-12-31'])('refuses a contract that ends before it begins (%s)', (validTo) => {
    const wrong = { ...contract, validTo };
    expect(fresh.when({ type: 'RegisterContract', contract: wrong }, manager)).toEqual(refuse('INVALID_PERIOD'));
  });

  it('amends a contract in force', () => {
    const amendment = { contractId: 'K-2006-04', budgetCents: 500_000_00, validFrom: '2007-01-01' };
    const amended: ContractEvent = { type: 'ContractAmended', payload: amendment };
    expect(known.when({ type: 'AmendContract', amendment }, manager)).toEqual(accept(amended));
    expect(given(contractDecider, registered, amended).when({ type: 'AmendContract', amendment }, manager)).toEqual(
      accept(),
    );
  });
  it('goes back to earlier terms by amending anew', () => {
    const low = { contractId: 'K-2006-04', budgetCents: 1, validFrom: '2007-01-01' };
    const high = { ...low, budgetCents: 2 };
    const past = [low, high].map((payload): ContractEvent => ({ type: 'ContractAmended', payload }));
    const decision = given(contractDecider, registered, ...past).when(
      { type: 'AmendContract', amendment: low },
      manager,
    );
    expect(decision).toEqual(accept({ type: 'ContractAmended', payload: low }));
  });
  it('extends an ended contract only until a day that is named', () => {
    const open = { contractId: 'K-2006-04', validFrom: '2009-01-01' };
    const closed = { ...open, validTo: '2010-01-01' };
    expect(known.when({ type: 'AmendContract', amendment: open }, manager)).toEqual(refuse('INVALID_PERIOD'));
    expect(known.when({ type: 'AmendContract', amendment: closed }, manager).refusal).toBeUndefined();
  });
  it('knows no amendment or tariff of a contract that was never registered', () => {
    const amendment = { contractId: 'K-2006-04', validFrom: '2007-01-01' };
    expect(fresh.when({ type: 'AmendContract', amendment }, manager)).toEqual(refuse('NOT_FOUND'));
    expect(fresh.when({ type: 'SetTariff', tariff }, manager)).toEqual(refuse('NOT_FOUND'));
  });

  it('sets a tariff, also over an earlier one, and hears it twice', () => {
    const later = { ...tariff, cents: 250_000 };
    const lower: ContractEvent = { type: 'TariffSet', payload: later };
    expect(known.when({ type: 'SetTariff', tariff }, manager)).toEqual(accept(priced));
    expect(given(contractDecider, registered, priced).when({ type: 'SetTariff', tariff }, manager)).toEqual(accept());
    expect(given(contractDecider, registered, priced).when({ type: 'SetTariff', tariff: later }, manager)).toEqual(
      accept(lower),
    );
    const back = given(contractDecider, registered, priced, lower).when({ type: 'SetTariff', tariff }, manager);
    expect(back).toEqual(accept(priced));
  });
  it('refuses a tariff for a period that ends before it begins', () => {
    const wrong = { ...tariff, validTo: '2005-01-01' };
    expect(known.when({ type: 'SetTariff', tariff: wrong }, manager)).toEqual(refuse('INVALID_PERIOD'));
  });

  it('refuses who decides on a contract as it no longer is, but hears a repeat', () => {
    const both = given(contractDecider, registered, priced);
    const other = { ...tariff, cents: 1 };
    expect(both.when({ type: 'SetTariff', tariff: other, ifMatch: 1 }, manager)).toEqual(refuse('VERSION_STALE'));
    expect(both.when({ type: 'SetTariff', tariff: other, ifMatch: 2 }, manager).refusal).toBeUndefined();
    expect(both.when({ type: 'SetTariff', tariff, ifMatch: 1 }, manager)).toEqual(accept());
  });
  it('lets contract management record, and nobody else', () => {
    for (const actor of EVERYBODY) {
      const { refusal } = fresh.when({ type: 'RegisterContract', contract }, actor);
      expect([actor.role, refusal?.code]).toEqual([
        actor.role,
        actor.role === 'CONTRACTS' ? undefined : 'ROLE_MAY_NOT_RECORD',
      ]);
    }
  });
});
