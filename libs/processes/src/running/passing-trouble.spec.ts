import { KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { manualClock } from '@uitkomst/ledger/testing';
import { KafkaTrouble, PassingTrouble, untilItLasts } from './passing-trouble.js';

const NO_LEADER = new KafkaJSProtocolError('There is no leader for this topic-partition');
const NO_TOPIC = new KafkaTrouble('Response Metadata: this server does not host this topic-partition');

function office() {
  const clock = manualClock('2026-01-05T08:00:00Z');
  const told: unknown[] = [];
  const tell = untilItLasts((error) => told.push(error), clock);
  return { clock, told, tell };
}

test('a leader that is being chosen and a topic that was just made are told of as troubles that may pass', () => {
  const { told, tell } = office();
  for (const trouble of [NO_LEADER, NO_TOPIC]) tell(trouble);
  expect(told).toEqual([expect.any(PassingTrouble), expect.any(PassingTrouble)]);
  expect(told).toMatchObject([NO_LEADER, NO_TOPIC].map((cause) => ({ message: cause.message, cause })));
});

test('a trouble that lasts is told of as it is, until there was none for long', () => {
  const { clock, told, tell } = office();
  for (const passedMs of [0, 29_000, 1_000, 31_000, 120_001]) {
    clock.advance(passedMs);
    tell(NO_LEADER);
  }
  expect(told.map((error) => error instanceof PassingTrouble)).toEqual([true, true, false, false, true]);
});

test('what the client gave up after all its tries is a trouble with the brokers too', () => {
  const { told, tell } = office();
  tell(new KafkaJSNumberOfRetriesExceeded(NO_LEADER, { retryCount: 5, retryTime: 300 }));
  expect(told).toEqual([expect.any(PassingTrouble)]);
});

test('what is no trouble with the brokers is told of as it is, at once', () => {
  const { told, tell } = office();
  const fault = new Error('a bug');
  tell(fault);
  expect(told).toEqual([fault]);
});
