/** How every command ends (interfaces §10); `verify` adds its own from 10 on. */
export const EXIT = {
  FINE: 0,
  DIFFERENCE: 1,
  /** Wrong usage, or an input that cannot be read. */
  UNREADABLE: 2,
  UNREACHABLE: 3,
  REFUSED: 4,
  BUG: 5,
  INTERRUPTED: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command cannot go on; `message` is for the person who asked. */
export class Stop extends Error {
  override readonly name = 'Stop';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
