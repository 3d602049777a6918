import { START } from '../ledger.js';
import { Followers } from './subscription.js';

test('who stopped following is not kept, those who go on are closed with the store', async () => {
  const followers = new Followers();
  const source = { page: () => [], countAfter: () => 0 };
  const options = { after: START, handler: () => Promise.resolve() };
  const [first] = [followers.follow(source, options), followers.follow(source, options)];
  const kept = (): unknown => (Reflect.get(followers, 'subscriptions') as ReadonlySet<unknown>).size;
  expect(kept()).toBe(2);
  await first?.close();
  expect(kept()).toBe(1);
  await followers.close();
  expect(kept()).toBe(0);
});
