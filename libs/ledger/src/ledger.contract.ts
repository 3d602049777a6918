import type { OpenLedger } from './contract/bench-of-ledgers.js';
import { followingContract, stormContract } from './contract/following.contract.js';
import { orderContract, streamsContract, timeContract } from './contract/order.contract.js';
import { racingContract } from './contract/racing.contract.js';
import { bytesContract, repeatingContract } from './contract/repeating.contract.js';
import { restoringContract } from './contract/restoring.contract.js';

/** What every ledger must do, whatever its engine: each adapter's spec runs this suite. */
export function ledgerContract(name: string, open: OpenLedger): void {
  describe(`${name}: racing`, () => racingContract(open));
  describe(`${name}: repeating`, () => repeatingContract(open));
  describe(`${name}: bytes`, () => bytesContract(open));
  describe(`${name}: order`, () => orderContract(open));
  describe(`${name}: streams`, () => streamsContract(open));
  describe(`${name}: time`, () => timeContract(open));
  describe(`${name}: restoring`, () => restoringContract(open));
  describe(`${name}: storm`, () => stormContract(open));
  describe(`${name}: following`, () => followingContract(open));
}
