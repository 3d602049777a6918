import { dayOf, SYSTEM, type ErasureList } from '@uitkomst/domain';
import { approver2, provider } from '@uitkomst/domain/testing';
import { temporaryFolder } from '@uitkomst/projections/testing';
import { C1, PERSON, town, TOWN } from '../testing/town.js';
import { completeErasure } from './complete-erasure.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const list: ErasureList = {
  status: 'DECIDED',
  listId: 'list.a',
  dossierRefs: [PERSON],
  ground: 'TERM',
  proposer: 'benefits-1',
  erased: [PERSON],
  refused: [],
  decider: approver2(),
  version: 2,
};

test('an erasure refused for an open claim stays refused when its list is carried out years later', async () => {
  const reads = folder.reads();
  const place = await town(reads);
  const forgotten: string[] = [];
  const carriedOut = (today: string) =>
    completeErasure(TOWN, list, {
      sendToFile: place.send,
      today: () => dayOf(today),
      forget: ({ personRef }) => void forgotten.push(personRef),
    });
  const refused = [{ dossierRef: PERSON, erased: false }];
  expect(await carriedOut('2008-10-02')).toEqual(refused);
  expect((await place.file()).seen.at(-1)?.type).toBe('ErasureRefused');
  await place.ask({ type: 'WithdrawClaim', claimId: C1, reason: 'MISTAKE' }, provider(), '2008-10-03');
  await place.ask({ type: 'CloseClaim', claimId: C1 }, SYSTEM, '2013-10-05');
  expect(await carriedOut('2013-10-06')).toEqual(refused);
  expect((await place.file()).seen.at(-1)?.type).toBe('ClaimClosed');
  expect(forgotten).toEqual([]);
  await reads.close();
});
