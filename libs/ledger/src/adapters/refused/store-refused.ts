/** What is found at an address would not keep what was acknowledged, or is not what it is taken for: somebody must mend it first. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
