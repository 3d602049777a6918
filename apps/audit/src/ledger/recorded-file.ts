import { type ClientFile, emptyClientFile, evolveClientFile, type RecordedFileEvent } from '@uitkomst/domain';
import { type Ledger, plain, type Position } from '@uitkomst/ledger';

/** An event of a client's stream with its place in the ledger. */
export type PlacedEvent = RecordedFileEvent & { readonly position: Position };

/** A client's stream up to a position, with the file as it was after every event of it. */
export class RecordedFile {
  private constructor(
    readonly stream: string,
    readonly events: readonly PlacedEvent[],
    private readonly files: readonly ClientFile[],
  ) {}

  static async read(ledger: Ledger, stream: string, until?: Position): Promise<RecordedFile> {
    const events: PlacedEvent[] = [];
    const files: ClientFile[] = [];
    let file = emptyClientFile;
    for await (const recorded of ledger.readStream(stream)) {
      const { position } = recorded;
      if (until !== undefined && position > until) break;
      const event = { ...plain(recorded), position } as PlacedEvent; // Only a client's events stand on a client's stream.
      file = evolveClientFile(file, event);
      events.push(event);
      files.push(file);
    }
    return new RecordedFile(stream, events, files);
  }

  /** The file folded through a revision; -1 is before the first event. */
  at(revision: number): ClientFile {
    return this.files[revision] ?? emptyClientFile;
  }

  /** The file as far as it was read. */
  get last(): ClientFile {
    return this.files.at(-1) ?? emptyClientFile;
  }
}
