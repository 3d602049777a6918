import type { Schema } from '../../shell/api/client.js';
import { changedClaims, changedEvents } from './difference.js';

type Timeline = Schema<'Timeline'>;

const event = (eventId: string, revision: number, retracted = false): Timeline['events'][number] => ({
  eventId,
  revision,
  retracted,
  type: 'PlacementStarted',
  recordedAt: '2009-04-06T09:00:00.000Z',
  role: 'REGISTRY',
  fields: {},
});

const picture = (events: Timeline['events'], claims: Timeline['claims'] = []): Timeline => ({
  dossierRef: 'p6u2dfjt7kuhp',
  asOf: '2009-04-06',
  knownAsOf: null,
  events,
  claims,
});

test('what was heard later, what began later and what was retracted in between is behind the difference', () => {
  const first = picture([event('a', 0), event('b', 1), event('c', 2)]);
  const second = picture([event('d', 3), event('b', 1, true), event('a', 0)]);
  expect(changedEvents(first, second).map(({ event: { eventId }, change }) => [eventId, change])).toEqual([
    ['b', 'RETRACTED_IN_SECOND'],
    ['c', 'ONLY_FIRST'],
    ['d', 'ONLY_SECOND'],
  ]);
  expect(changedEvents(first, first)).toEqual([]);
});

test('claims that stand differently are named, also those that were not there yet', () => {
  const first = picture([], [{ claimId: 'one', state: 'MATURING', stateText: [] }]);
  const second = picture(
    [],
    [
      { claimId: 'one', state: 'REJECTED', stateText: [] },
      { claimId: 'two', state: 'PAID', stateText: [] },
    ],
  );
  expect(changedClaims(first, second)).toEqual([
    { claimId: 'one', first: 'MATURING', second: 'REJECTED' },
    { claimId: 'two', first: undefined, second: 'PAID' },
  ]);
  expect(changedClaims(second, second)).toEqual([]);
});
