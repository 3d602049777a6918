import { approver2, CLAIM_IN_STATE, given, officer, provider, registered, submitClaim } from '../../testing/index.js';
import { SYSTEM } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';

const erase: ClientFileCommand = { type: 'EraseSubject', ground: 'RETENTION_PASSED', proposer: 'benefits-1' };
const keep: ClientFileCommand = {
  type: 'RefuseErasure',
  ground: 'LEGAL_OBLIGATION',
  retentionUntilOn: '2019-01-01',
  proposer: 'benefits-1',
};
const closed = () => CLAIM_IN_STATE.CLOSED().given;

describe('EraseSubject', () => {
  it('erases the personal data of a client whose claims are all closed', () => {
    expect(closed().when(erase, approver2(), '2020-01-06').events).toEqual([
      { type: 'SubjectErased', payload: { ground: 'RETENTION_PASSED', erasedOn: '2020-01-06' } },
    ]);
    expect(given(registered()).when(erase, approver2()).types).toEqual(['SubjectErased']);
  });
  it('is refused while a claim is not closed, and says in which state it is', () => {
    const { refusal, events } = CLAIM_IN_STATE.PAID().given.when(erase, approver2());
    expect({ refusal, events }).toEqual({ refusal: { code: 'STATE_FORBIDS', data: { state: 'PAID' } }, events: [] });
    const proposer = { ...erase, proposer: approver2().id } as ClientFileCommand;
    expect(CLAIM_IN_STATE.PAID().given.when(proposer, approver2()).refusal?.code).toBe('STATE_FORBIDS');
  });
  it('is for a second approver who did not propose it', () => {
    expect(closed().when(erase, officer()).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
    const proposer = { ...erase, proposer: approver2().id } as ClientFileCommand;
    expect(closed().when(proposer, approver2()).refusal?.code).toBe('SEPARATION_OF_DUTIES');
  });
  it('nobody is erased who is not there', () => {
    expect(given().when(erase, approver2()).refusal?.code).toBe('NOT_FOUND');
  });
  it('afterwards nothing more is recorded on the file, not even by the clock', () => {
    const erased = closed().after(erase, approver2(), '2020-01-06');
    for (const [command, actor] of [
      [submitClaim(), provider()],
      [{ type: 'Redetermine' }, SYSTEM],
      [erase, approver2()],
    ] as const)
      expect(erased.when(command, actor, '2020-01-07').refusal?.code).toBe('STATE_FORBIDS');
  });
});

describe('RefuseErasure', () => {
  it('records why the data is kept, and until when', () => {
    expect(CLAIM_IN_STATE.PAID().given.when(keep, approver2()).events).toMatchObject([
      { type: 'ErasureRefused', payload: { ground: 'LEGAL_OBLIGATION', retentionUntilOn: '2019-01-01' } },
    ]);
  });
  it('is for a second approver who did not propose it', () => {
    expect(closed().when(keep, officer()).refusal?.code).toBe('ROLE_MAY_NOT_RECORD');
    const proposer = { ...keep, proposer: approver2().id } as ClientFileCommand;
    expect(closed().when(proposer, approver2()).refusal?.code).toBe('SEPARATION_OF_DUTIES');
    expect(given().when(keep, approver2()).refusal?.code).toBe('NOT_FOUND');
  });
});
