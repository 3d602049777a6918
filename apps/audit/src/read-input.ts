import { open } from 'node:fs/promises';

/** No case file comes near this; what does is something else. */
const BYTES_MAX = 16 * 1024 * 1024;

/** A file that cannot be read as text; `message` says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is no text in UTF-8',
};

/** A file with its text, or why it has none. */
export type Read = { readonly file: string } & ({ readonly text: string } | { readonly reason: string });

/** The texts of files, in order; the next is fetched while the one before is worked on, and no more than that. */
export async function* textsOf(files: readonly string[]): AsyncIterable<Read> {
  const [first, ...rest] = files;
  let ahead = first === undefined ? undefined : readOne(first);
  for (const next of [...rest, undefined]) {
    const read = await ahead;
    ahead = next === undefined ? undefined : readOne(next);
    if (read) yield read;
  }
}

async function readOne(file: string): Promise<Read> {
  try {
    return { file, text: await readText(file) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { file, reason: error.message };
    throw error;
  }
}

/** The text of a file in UTF-8. Throws {@link UnreadableFile}. */
export async function readText(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > BYTES_MAX) throw new UnreadableFile(`is larger than ${BYTES_MAX} bytes`);
      return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const { code = '' } = error as { readonly code?: string };
  return new UnreadableFile(WHY[code] ?? `cannot be read (${code || String(error)})`, { cause: error });
}
