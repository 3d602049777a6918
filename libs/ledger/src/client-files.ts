import {
  decideClientFile,
  emptyClientFile,
  evolveClientFile,
  rulesOf,
  ruleSetOn,
  type Actor,
  type ClientFile,
  type ClientFileCommand,
  type Day,
  type Terms,
} from '@uitkomst/domain';
import { advanced, FoldCache, nothing, type Fold, type Folded } from './fold-cache.js';
import { positionKnownAsOf } from './known-as-of.js';
import type { Ledger, Position } from './ledger.js';
import type { TermsBook, TermsRevision } from './terms-book.js';
import { foldStream, plain, transact, type TransactResult } from './transact.js';

/** All about one person stands on one stream, so that rivals, facts and payments meet there. */
export const clientStream = (municipality: string, personRef: string): string => `client-${municipality}-${personRef}`;

/** Something asked of a client's file, by whom, on which Amsterdam day. */
export interface ClientFileTask {
  readonly municipality: string;
  readonly personRef: string;
  readonly command: ClientFileCommand;
  readonly actor: Actor;
  readonly today: Day;
  readonly commandId: string;
  readonly commandHash: string;
}

const FOLD: Fold<ClientFile> = { initial: emptyClientFile, evolve: evolveClientFile };

/** Up to where a file is read: of its own stream, or of the whole ledger (what was known then). */
export type KnownUntil = { readonly revision: number } | { readonly position: Position };

/** What a municipality has settled for itself; the domain's defaults where it has not. */
export interface FilePolicy {
  /** Days a negative decision must have stood before its notice may be released. */
  readonly quietPeriodDays?: number;
  /** Days an account must have been confirmed before money goes there. */
  readonly accountCoolingDays?: number;
}

/** The one way to write in client files, and to read one as it is or was. */
export class ClientFiles {
  private readonly cache = new FoldCache<ClientFile>();

  constructor(
    private readonly ledger: Ledger,
    private readonly terms: TermsBook,
    private readonly policy: FilePolicy = {},
  ) {}

  /** Decides on the file as it is and appends what was decided, with the outcome of every claim it changes. */
  handle(task: ClientFileTask): Promise<TransactResult<ClientFile>> {
    const { municipality, personRef, command, actor, today, commandId, commandHash } = task;
    const { quietPeriodDays, accountCoolingDays } = this.policy;
    const policy = {
      ...(quietPeriodDays !== undefined && { quietDays: quietPeriodDays }),
      ...(accountCoolingDays !== undefined && { coolingDays: accountCoolingDays }),
    };
    return transact<ClientFile>({
      ...this.file(municipality, personRef),
      command: { commandId, commandHash, actor },
      decide: async (file, { idOf }) => {
        const terms = await this.termsFor(task, file);
        rulesOf(ruleSetOn(terms, today)); // A node that does not know the active rules writes nothing at all (rulings 2.7).
        return decideClientFile(file, command, { actor, today, terms, idOf, ...policy });
      },
    });
  }

  /** The file as it is now, this process's own writes included; revision -1 where nothing was ever recorded. */
  async read(municipality: string, personRef: string): Promise<Folded<ClientFile>> {
    return foldStream(this.file(municipality, personRef));
  }

  /** The file as it was at a revision, or as it was known at a position. */
  async readAt(municipality: string, personRef: string, until: KnownUntil): Promise<Folded<ClientFile>> {
    const known = [];
    for await (const event of this.ledger.readStream(clientStream(municipality, personRef))) {
      const later = 'revision' in until ? event.revision > until.revision : event.position > until.position;
      if (later) break;
      known.push(plain(event));
    }
    return advanced(FOLD, nothing(FOLD), known);
  }

  /** The position up to which everything was recorded by an instant. */
  resolveKnownAsOf(instant: string): Promise<Position> {
    return positionKnownAsOf(this.ledger, instant);
  }

  private file(municipality: string, personRef: string) {
    return { ledger: this.ledger, stream: clientStream(municipality, personRef), fold: FOLD, cache: this.cache };
  }

  /** Money never moves on terms remembered, nor does any decision on terms older than the last one's (rulings §2.6). */
  private termsFor({ municipality, command }: ClientFileTask, file: ClientFile): Promise<Terms> {
    if (ON_FRESH_TERMS.has(command.type)) return this.terms.refresh(municipality);
    return this.terms.notOlderThan(municipality, termsOfDeterminations(file));
  }
}

const ON_FRESH_TERMS: ReadonlySet<ClientFileCommand['type']> = new Set(['Approve', 'OrderPayment', 'RecheckOrder']);

const termsOfDeterminations = ({ claims }: ClientFile): readonly TermsRevision[] =>
  [...claims.values()].flatMap(({ determination }) => determination?.payload.basis.terms ?? []);
