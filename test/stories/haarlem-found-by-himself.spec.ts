import {
  applicationStarted,
  approve,
  C1,
  given,
  lastingOutflow,
  officer,
  provider,
  submitClaim,
  termsWith,
} from '@uitkomst/domain/testing';
import { onTheDesk, paidOut, providerSees } from './desk.js';

// Rekenkamercommissie Haarlem 2010, Karel: "Uiteindelijk vindt Karel via internet een vacature"; "Met zijn begeleider van SagEnn stelt
// hij een brief op"; "Karel stelt dat hij de baan zelf heeft gevonden".
const karel = given(
  ...lastingOutflow().filter(({ type }) => type !== 'ApplicationStarted'),
  applicationStarted({ by: 'CLIENT', channel: 'INTERNET', validFrom: '2008-06-16' }),
);
const claimed = karel.after(submitClaim(), provider());
const resolved = (result: 'CLOSED' | 'FAILED') =>
  claimed.after(
    { type: 'ResolveReview', claimId: C1, codes: ['SELF_FOUND_ASSISTED'], result, grounds: 'LETTER_SEEN' },
    officer(4),
  );

describe('Karel found the vacancy himself; his coach helped with the letter', () => {
  it('whose merit that is, no rule decides: the claim waits for a person, and nothing can be paid meanwhile', () => {
    expect(onTheDesk(claimed)).toEqual({
      state: 'IN_REVIEW',
      outcome: 'REVIEW',
      fail: [],
      open: ['SELF_FOUND_ASSISTED'],
      toPayCents: 0,
    });
    expect(claimed.when(approve(claimed), officer()).refusal?.code).toBe('STATE_FORBIDS');
    expect(providerSees(claimed)).toMatchObject({ status: 'IN_TREATMENT', codes: [] });
  });

  it('an officer who weighs the help as enough makes it payable, but does not approve it too', () => {
    const closed = resolved('CLOSED');
    expect(onTheDesk(closed)).toMatchObject({ state: 'ELIGIBLE', toPayCents: 300_000 });
    expect(closed.when(approve(closed), officer(4)).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(onTheDesk(paidOut(closed)).state).toBe('PAID');
  });

  it('an officer who weighs it as too little rejects the claim, with a reason', () => {
    expect(onTheDesk(resolved('FAILED'))).toMatchObject({ state: 'REJECTED', fail: ['SELF_FOUND_ASSISTED'] });
  });

  it('a municipality may settle it beforehand: help with a job the client found is worth half', () => {
    const half = karel.under(termsWith({ parameters: { selfFoundAfter: 5000 } })).after(submitClaim(), provider());
    expect(onTheDesk(half)).toMatchObject({ state: 'ELIGIBLE', open: [], toPayCents: 150_000 });
    const done = paidOut(half);
    expect(done.standing(C1).netCents).toBe(150_000);
  });
});
