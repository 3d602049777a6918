import { UnknownEngine } from '../refused/unknown-engine.js';
import { addressIn } from './address.js';

test('an address says where the servers are, which ledger it is, and who asks', () => {
  expect(
    addressIn('esdb://anja:se%40cret@one:2113,two:2114?tlsCAFile=/ca.pem&ledger=haarlem&answerWithin=900'),
  ).toEqual({
    url: 'esdb://anja:se%40cret@one:2113,two:2114?tlsCAFile=/ca.pem',
    ledger: 'haarlem',
    batch: false,
    timeoutMs: 900,
    credentials: { username: 'anja', password: 'se@cret' },
  });
  expect(addressIn('esdb+discover://u:p@cluster?append=batch')).toMatchObject({
    url: 'esdb+discover://u:p@cluster',
    ledger: 'uitkomst',
    batch: true,
    timeoutMs: 5_000,
  });
  expect(addressIn('eventstoredb://localhost:2113?tls=false').url).toBe('esdb://localhost:2113?tls=false');
});

test('options of the client are given to it, however it writes them', () => {
  const url = 'esdb://one:2113?tls=false&Node_Preference=leader&keepAliveInterval=-1';
  expect(addressIn(url).url).toBe(url);
});

test('without TLS no certificate is verified, whatever an address says of that', () => {
  const url = 'esdb://one:2113?tls=false&tlsVerifyCert=false&keepAliveTimeout=10000';
  expect(addressIn(url).url).toBe('esdb://one:2113?tls=false&keepAliveTimeout=10000');
  expect(addressIn('esdb://u:p@one:2113?tlsVerifyCert=true').url).toBe('esdb://u:p@one:2113?tlsVerifyCert=true');
});

test.each([
  ['esdb://host:2113', 'user and password'],
  ['esdb://u:hunter2@host?ledger=Haarlem', 'small letters'],
  ['esdb://u:hunter2@host?ledger=a.b', 'small letters'],
  ['esdb://u:hunter2@host?append=bulk', 'single or batch'],
  ['esdb://u:hunter2@host?answerWithin=soon', 'milliseconds'],
  ['esdb://u:hunter2@host?answerWithin=0', 'milliseconds'],
  ['esdb://u:hunter2@host?colour=red', 'there is no option colour='],
  ['esdb://u:hunter2@host?Ledger=haarlem', 'there is no option Ledger='],
  ['esdb://u:hunter2@host?tlsVerifyCert=false', 'tlsVerifyCert= is always true'],
  ['esdb://u:hun@hunter2@host', 'written as %40'],
  ['esdb://u:hun:hunter2@host', 'written as %40'],
  ['esdb://u:hunter2%@host', 'written as %40'],
])('%s is refused, and no password is told', (address, fault) => {
  const reading = (): unknown => addressIn(address);
  expect(reading).toThrow(fault);
  expect(reading).toThrow(UnknownEngine);
  expect(reading).not.toThrow('hunter2');
});
