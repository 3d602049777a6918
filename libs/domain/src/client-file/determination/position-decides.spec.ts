import { caseManager, given, idIn, lastingOutflow, provider, submitClaim, C1, factOf } from '../../testing/index.js';
import { emptyClientFile, evolveClientFile } from '../client-file.js';
import type { RecordedFileEvent } from '../events.js';
import { positionDecides } from './position-decides.js';
import { replayDetermination } from './redetermine.js';

const at = (recordedAt: string, commandId: string) => ({ recordedAt, commandId }) as RecordedFileEvent;

const said = (contribution: 'NONE' | 'DECISIVE') =>
  ({ type: 'RecordFact', fact: factOf('ClientStatement', { jobId: 'j1', contribution }) }) as const;

describe('The order in which the ledger heard', () => {
  it('is that of the appends, also where the clock stood still; one append is one moment', () => {
    const events = [at('1', 'a'), at('1', 'a'), at('1', 'b'), at('1', 'c'), at('2', 'd'), at('1', 'e')];
    const instants = positionDecides(events).map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual(['1', '1', '1+', '1++', '2', '2+']);
    const untied = events.slice(0, 2);
    expect(positionDecides(untied)).toBe(untied);
  });

  it('a decision replays to the same even if everything was recorded in one instant', () => {
    const { stream, terms } = given(...lastingOutflow())
      .after(submitClaim(), provider())
      .after(said('NONE'), caseManager())
      .after(said('DECISIVE'), caseManager());
    const frozen = stream.map((event) => ({ ...event, recordedAt: '2009-05-04T10:00:00.000Z' }));
    const last = frozen.findLast((event) => event.type === 'ClaimDetermined');
    expect(last).toMatchObject({ id: idIn(stream.length - 1), payload: { claimId: C1, outcome: 'ELIGIBLE' } });
    if (last?.type !== 'ClaimDetermined') return;
    const prefix = frozen.slice(0, last.payload.basis.fileRevision + 1).reduce(evolveClientFile, emptyClientFile);
    expect(replayDetermination(prefix, terms, last.payload)).toEqual(last.payload);
  });
});
