import { countGoing } from './lines-that-go.js';

test('a line that is held or fell out does not go with the batch', () => {
  expect(countGoing([{ state: 'OPEN' }, { state: 'HELD' }, { state: 'DROPPED' }, { state: 'SETTLED' }])).toBe(2);
});
