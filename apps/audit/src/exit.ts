/** How every command ends (interfaces §10). */
export const EXIT = {
  FINE: 0,
  DIFFERENCE: 1,
  /** Wrong usage, or an input that cannot be read. */
  UNREADABLE: 2,
  UNREACHABLE: 3,
  REFUSED: 4,
  BUG: 5,
  /** The kinds of findings of `verify` (rulings §4.6). */
  CHANGED: 10,
  SMALLER: 11,
  ORDER: 12,
  INSERTED: 13,
  FORK: 14,
  KEY: 15,
  TILE: 17,
  INTERRUPTED: 130,
  /** Whoever read the answers stopped before the end, as a shell tells it of SIGPIPE. */
  READER_GONE: 141,
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
