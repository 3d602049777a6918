import { answered } from './answered.js';

const never = (): Promise<string> => new Promise(() => undefined);

test('what is answered in time is the answer', async () => {
  expect(await answered(Promise.resolve('kept'), 60_000)).toBe('kept');
});

test('what fails in time fails as it did', async () => {
  await expect(answered(Promise.reject(new Error('Broker not connected')), 60_000)).rejects.toThrow(
    'Broker not connected',
  );
});

test('what is never answered fails at the limit', async () => {
  await expect(answered(never(), 20)).rejects.toThrow('The broker did not answer within 20 ms');
});
