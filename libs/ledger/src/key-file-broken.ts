/** A file of keys cannot be made out: put back from a backup, or made by hand, it needs somebody to look. */
export class KeyFileBroken extends Error {
  override readonly name = 'KeyFileBroken';

  constructor(path: string) {
    super(`${path} holds no keys as this program makes them: put it back from a backup`);
  }
}

/** What was read of a file of keys; whatever does not come out of it is told by its path, never by its text. */
export function keysRead<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // A file that cannot be read is another matter; of a folder the system does not say which.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw Object.assign(error as Error, { path });
    throw new KeyFileBroken(path); // Without the cause, which may quote a secret.
  }
}
