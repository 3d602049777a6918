import { given, person } from '../testing/small-decider.js';
import { erasureDecider, type ErasureCommand } from './decider.js';

const ANJA = 'aaaaaaaaaaaaa';
const PIET = 'bbbbbbbbbbbbb';
const propose: ErasureCommand = {
  type: 'ProposeErasure',
  listId: 'L1',
  dossierRefs: [ANJA, PIET],
  ground: 'RETENTION_PASSED',
};
const decideOn = (erased: readonly string[], ...refused: readonly string[]): ErasureCommand => ({
  type: 'DecideErasure',
  listId: 'L1',
  erased,
  refused: refused.map((dossierRef) => ({ dossierRef, ground: 'LEGAL_OBLIGATION', retentionUntilOn: '2019-01-01' })),
});
const proposed = {
  type: 'ErasureProposed' as const,
  payload: { listId: 'L1', dossierRefs: [ANJA, PIET], ground: 'RETENTION_PASSED', proposedOn: '2009-03-01' },
  by: person('BENEFITS'),
};

describe('ProposeErasure', () => {
  it('puts each person once on the list', () => {
    const twice = { ...propose, dossierRefs: [ANJA, PIET, ANJA] } as ErasureCommand;
    expect(given(erasureDecider).when(twice, person('BENEFITS')).events).toEqual([
      {
        type: 'ErasureProposed',
        payload: { listId: 'L1', dossierRefs: [ANJA, PIET], ground: 'RETENTION_PASSED', proposedOn: '2009-03-10' },
      },
    ]);
  });
  it('is for the benefits administration; a list is proposed once', () => {
    expect(given(erasureDecider).when(propose, person('OFFICER')).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
    expect(given(erasureDecider, proposed).when(propose, person('BENEFITS')).refusal?.code).toBe('ID_REUSED');
  });
});

describe('DecideErasure', () => {
  it('erases some and refuses others, with the ground and the term they are kept for', () => {
    expect(given(erasureDecider, proposed).when(decideOn([ANJA], PIET), person('APPROVER2')).events).toMatchObject([
      {
        type: 'ErasureDecided',
        payload: { erased: [ANJA], refused: [{ dossierRef: PIET, retentionUntilOn: '2019-01-01' }] },
      },
    ]);
  });
  it('is not for who proposed, whatever role that person has', () => {
    const same = { ...person('APPROVER2'), id: person('BENEFITS').id };
    expect(given(erasureDecider, proposed).when(decideOn([ANJA, PIET]), same).refusal?.code).toBe(
      'SEPARATION_OF_DUTIES',
    );
  });
  it.each([
    ['passes over somebody', decideOn([ANJA])],
    ['names a stranger', decideOn([ANJA, PIET], 'ccccccccccccc')],
    ['decides twice on one', decideOn([ANJA, ANJA])],
  ])('is refused when it %s', (_, command) => {
    expect(given(erasureDecider, proposed).when(command, person('APPROVER2')).refusal?.code).toBe('UNKNOWN_REFERENCE');
  });
  it('decides once, on a list that is there and has not moved on', () => {
    const { events } = given(erasureDecider, proposed).when(decideOn([ANJA, PIET]), person('APPROVER2'));
    const past = events.map(({ type, payload }) => ({ type, payload, by: person('APPROVER2') }) as typeof proposed);
    const decided = given(erasureDecider, proposed, ...past);
    expect(decided.when(decideOn([ANJA, PIET]), person('APPROVER2', 2)).refusal?.code).toBe('STATE_FORBIDS');
    expect(given(erasureDecider).when(decideOn([ANJA]), person('APPROVER2')).refusal?.code).toBe('NOT_FOUND');
    const outdated = { ...decideOn([ANJA, PIET]), ifMatch: 9 };
    expect(given(erasureDecider, proposed).when(outdated, person('APPROVER2')).refusal?.code).toBe('VERSION_STALE');
    expect(decided.state()).toMatchObject({ status: 'DECIDED', decider: { id: 'approver2-1' }, version: 2 });
  });
});
