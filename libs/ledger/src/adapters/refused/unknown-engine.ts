/** The address names no engine this program knows, or none it can open. */
export class UnknownEngine extends Error {
  override readonly name = 'UnknownEngine';
}
