import type { Position, RecordedEvent } from '../ledger.js';
import { RecentEvents } from './recent-events.js';

const event = (position: number): RecordedEvent => ({ position }) as unknown as RecordedEvent;
const from = (first: number, count: number): RecordedEvent[] =>
  Array.from({ length: count }, (_, index) => event(first + index));
const at = (position: number): Position => position as Position;
const positions = (events: readonly RecordedEvent[] | undefined) => events?.map(({ position }) => position);

test('who is close behind reads what was stored, in order and no more than asked', () => {
  const recent = new RecentEvents();
  recent.add(from(10, 3));
  recent.add(from(13, 2));
  expect(positions(recent.after(at(9), 100))).toEqual([10, 11, 12, 13, 14]);
  expect(positions(recent.after(at(11), 2))).toEqual([12, 13]);
  expect(positions(recent.after(at(14), 100))).toEqual([]);
});

test('who is further behind is sent to the store', () => {
  const recent = new RecentEvents();
  expect(recent.after(at(-1), 10)).toBeUndefined();
  recent.add(from(10, 3));
  expect(recent.after(at(8), 10)).toBeUndefined();
});

test('only the last few hundred are kept', () => {
  const recent = new RecentEvents();
  for (let first = 0; first < 10_000; first += 100) recent.add(from(first, 100));
  expect(recent.after(at(-1), 10)).toBeUndefined();
  expect(positions(recent.after(at(9_997), 10))).toEqual([9_998, 9_999]);
});
