import { accept, refuse } from '../decider.js';
import { EVERYBODY, given, person } from '../testing/small-decider.js';
import type { BudgetEvent } from '../contracts-and-tariffs/events.js';
import { budgetDecider, BUDGET_COMMANDS, reservationOf, type BudgetCommand } from './decider.js';

const system = person('SYSTEM');
const line = { contractId: 'K1', batchId: 'B1', claimId: 'k3jv7q2mzx4bd.c1' };
const reserve = (cents: number, ceilingCents?: number, about = line): BudgetCommand => ({
  type: 'ReserveBudget',
  ...about,
  cents,
  ...(ceilingCents !== undefined && { ceilingCents }),
});
const release: BudgetCommand = { type: 'ReleaseBudget', ...line };
const reserved: BudgetEvent = {
  type: 'BudgetReserved',
  payload: { ...line, cents: 300_000, reservedOn: '2009-03-10' },
};
const released = {
  type: 'BudgetReleased' as const,
  payload: { ...line, cents: 300_000, releasedOn: '2009-03-10' },
} satisfies BudgetEvent;
const other = { ...line, claimId: 'k3jv7q2mzx4bd.c2' };

describe('the ceiling of a contract', () => {
  it('is reserved for each line before it is ordered, once', () => {
    expect(given(budgetDecider).when(reserve(300_000, 300_000), system)).toEqual(accept(reserved));
    expect(given(budgetDecider, reserved).when(reserve(300_000, 300_000), system)).toEqual(accept());
  });
  it('has no room for one cent more', () => {
    const full = given(budgetDecider, reserved);
    expect(full.when(reserve(1, 300_000, other), system)).toEqual(refuse('BUDGET_CEILING_REACHED'));
    expect(full.when(reserve(1, 300_001, other), system).events).toHaveLength(1);
    expect(full.when(reserve(900_000, undefined, other), system).events).toHaveLength(1);
  });
  it('gets back what was not paid, once', () => {
    const full = given(budgetDecider, reserved);
    expect(full.when(release, system)).toEqual(accept(released));
    const free = given(budgetDecider, reserved, released);
    expect(free.when(release, system)).toEqual(accept());
    expect(free.when(reserve(300_000, 300_000, other), system).events).toHaveLength(1);
    expect([full, free].map((one) => [one.state().reservedCents, reservationOf(one.state(), line)])).toEqual([
      [300_000, 300_000],
      [0, 0],
    ]);
  });
  it('keeps set apart what was paid of it after all', () => {
    const partly: BudgetCommand = { type: 'ReleaseBudget', ...line, keepCents: 50_000 };
    const full = given(budgetDecider, reserved);
    const kept: BudgetEvent = { ...released, payload: { ...released.payload, cents: 250_000 } };
    expect(full.when(partly, system)).toEqual(accept(kept));
    expect(given(budgetDecider, reserved, kept).when(partly, system)).toEqual(accept());
    expect(given(budgetDecider, reserved, kept).state().reservedCents).toBe(50_000);
  });
  it('is moved by nobody by hand', () => {
    for (const actor of EVERYBODY)
      for (const command of [reserve(1), release]) {
        const refused = given(budgetDecider).when(command, actor).refusal?.code === 'ROLE_MAY_NOT_RECORD';
        expect([actor.role, refused]).toEqual([actor.role, !BUDGET_COMMANDS[command.type].includes(actor.role)]);
      }
  });
});
