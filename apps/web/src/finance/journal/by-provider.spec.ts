import { byProvider } from './by-provider.js';

const line = (providerId: string, state: Parameters<typeof byProvider>[0][number]['state'], netCents = 100) => ({
  providerId,
  state,
  netCents,
});

test('what the bank refused or sent back reaches no provider, and only what it booked is paid', () => {
  const lines = [line('A', 'SETTLED'), line('A', 'ORDERED', 50), line('A', 'REJECTED'), line('A', 'RETURNED')];
  expect(byProvider([...lines, line('B', 'REJECTED'), line('B', 'DROPPED')])).toEqual([
    { providerId: 'A', lines: 2, netCents: 150, paidCents: 100 },
  ]);
});
