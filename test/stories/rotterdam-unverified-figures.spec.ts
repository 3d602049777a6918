import {
  approve,
  C1,
  factOf,
  given,
  lastingOutflow,
  officer,
  placementStarted,
  provider,
  registry,
  submitClaim,
} from '@uitkomst/domain/testing';
import { onTheDesk, paidOut, providerSees } from './desk.js';

// Rekenkamer Rotterdam: "De gegevens hierin komen van de re-integratiebedrijven. Ze worden door de dienst Sociale Zaken en
// Werkgelegenheid niet systematisch gecontroleerd."
const asserted = given(
  ...lastingOutflow().filter(({ type }) => type !== 'PlacementStarted'),
  placementStarted({ assurance: 'ASSERTED_BY_PROVIDER' }, provider()),
);
const confirmedBy = (who: ReturnType<typeof provider>) =>
  ({ type: 'RecordFact', fact: factOf('PlacementConfirmed', { jobId: 'j1' }, who) }) as const;
const claimed = asserted.after(submitClaim(), provider());

describe('A placement that only the company itself reports', () => {
  it('is recorded, and never payable on that word alone', () => {
    expect(onTheDesk(claimed)).toEqual({
      state: 'IN_REVIEW',
      outcome: 'REVIEW',
      fail: [],
      open: ['EMPLOYMENT_UNVERIFIED'],
      toPayCents: 0,
    });
    expect(claimed.when(approve(claimed), officer()).refusal?.code).toBe('STATE_FORBIDS');
  });

  it('is not proven by the company’s own confirmation either, nor by its documents', () => {
    const confirmed = claimed.after(confirmedBy(provider()), provider());
    expect(onTheDesk(confirmed)).toMatchObject({ state: 'IN_REVIEW', open: ['EMPLOYMENT_UNVERIFIED'], toPayCents: 0 });
    const documented = given(
      ...lastingOutflow().filter(({ type }) => type !== 'PlacementStarted'),
      placementStarted({ assurance: 'DOCUMENTED' }, provider()),
    ).after(submitClaim(), provider());
    expect(onTheDesk(documented).open).toEqual(['EMPLOYMENT_UNVERIFIED']);
  });

  it('cannot be passed off as the register’s: the company may not speak in its name', () => {
    const forged = factOf('PlacementConfirmed', { jobId: 'j1' }, registry());
    expect(claimed.when({ type: 'RecordFact', fact: forged }, provider())).toMatchObject({
      events: [],
      refusal: { code: 'ROLE_MAY_NOT_RECORD' },
    });
  });

  it('becomes payable by itself once the register of wages confirms the job', () => {
    const confirmed = claimed.after(confirmedBy(registry()), registry());
    expect(onTheDesk(confirmed)).toMatchObject({ state: 'ELIGIBLE', open: [], toPayCents: 300_000 });
    expect(providerSees(confirmed)).toMatchObject({ status: 'ELIGIBLE', cents: 300_000 });
    expect(onTheDesk(paidOut(confirmed), C1).state).toBe('PAID');
  });

  it('while it waits, the company reads that it is in treatment', () => {
    expect(providerSees(claimed)).toMatchObject({ status: 'IN_TREATMENT', codes: [] });
  });
});
