const WHY: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EPERM: 'may not be read or written',
  EROFS: 'lies on a disk that is only read',
  ENOSPC: 'lies on a disk that is full',
  EDQUOT: 'lies on a disk that is full',
  ENOTDIR: 'is not in a folder',
  EISDIR: 'is a folder, not a file',
  ENOENT: 'does not exist',
  ENAMETOOLONG: 'has a name that is too long',
};

/** What is wrong with a file or folder the command was to read or write, in a line; undefined where it is not about one. */
export function fileFault(error: unknown): string | undefined {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const reason = WHY[code];
  return reason === undefined || path === undefined ? undefined : `${path} ${reason}`;
}
