import type { DecidedFileEvent, FileAsking, FileDecision } from '../client-file/asking.js';
import { claimStanding, type ClaimStanding } from '../client-file/claim/claim-state.js';
import type { ClaimRecord } from '../client-file/claim/claim.js';
import { emptyClientFile, evolveClientFile, type ClientFile } from '../client-file/client-file.js';
import type { ClientFileCommand } from '../client-file/commands.js';
import { decideClientFile } from '../client-file/decider.js';
import { replayDetermination } from '../client-file/determination/redetermine.js';
import type { RecordedFileEvent } from '../client-file/events.js';
import type { Actor } from '../event.js';
import type { Terms } from '../terms/terms.js';
import { dayOf, textOf, type Day } from '../values/calendar-date.js';
import { same } from '../values/same.js';
import type { Past } from './facts.js';
import { termsWith } from './terms.js';

/** A day on which all is ripe in the specs' stories: registers complete, nothing late. */
export const RIPE = '2009-05-04';

/** Given a file's past, when a command comes, then … : events get the ids, revisions and instants a ledger would give. */
export interface GivenFile {
  readonly file: ClientFile;
  readonly stream: readonly RecordedFileEvent[];
  readonly terms: Terms;
  under(terms: Terms): GivenFile;
  /** The past goes on; each event is an append of its own. */
  and(...past: readonly Past[]): GivenFile;
  /** A command that must be carried out. */
  after(command: ClientFileCommand, actor: Actor, today?: string): GivenFile;
  when(command: ClientFileCommand, actor: Actor, today?: string): Outcome;
  claim(claimId: string): ClaimRecord;
  standing(claimId: string, today?: string): ClaimStanding;
}

/** What came of a command: the decision, and the file after it. */
export interface Outcome extends FileDecision {
  readonly types: readonly string[];
  readonly given: GivenFile;
}

export const given = (...past: readonly Past[]): GivenFile => from([], emptyClientFile, termsWith()).and(...past);

function from(stream: readonly RecordedFileEvent[], file: ClientFile, terms: Terms): GivenFile {
  const self: GivenFile = {
    file,
    stream,
    terms,
    under: (other) => from(stream, file, other),
    and: (...past) => {
      let next = self;
      for (const { by, ...event } of past) next = append(next, [event], { actor: by, today: dayOf('2008-01-01') });
      return next;
    },
    after: (command, actor, today) => {
      const { refusal, given: next } = self.when(command, actor, today);
      if (refusal !== undefined) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
      return next;
    },
    when: (command, actor, today = RIPE) => {
      const asking: FileAsking = { actor, today: dayOf(today), terms, idOf: (index) => idIn(stream.length + index) };
      const decision = decideClientFile(file, command, asking);
      const next = append(self, decision.events, asking);
      return { ...decision, types: decision.events.map(({ type }) => type), given: next };
    },
    claim: (claimId) => {
      const claim = file.claims.get(claimId);
      if (claim === undefined) throw new Error(`No claim ${claimId}`);
      return claim;
    },
    standing: (claimId, today = RIPE) => {
      const standing = claimStanding(file, claimId, { today: dayOf(today), terms });
      if (standing === undefined) throw new Error(`No claim ${claimId}`);
      return standing;
    },
  };
  return self;
}

/** The id of the event at that revision of a spec's stream. */
export const idIn = (revision: number): string => `00000000-0000-7000-8000-${String(revision).padStart(12, '0')}`;

interface Appending {
  readonly actor: Actor;
  readonly today: Day;
}

/** Records as the ledger would, and makes every determination again from its basis: the same bytes, always (rulings §2.1). */
function append({ stream, file, terms }: GivenFile, events: readonly DecidedFileEvent[], by: Appending): GivenFile {
  const recorded = [...stream];
  let after = file;
  for (const { actor = by.actor, type, payload } of events) {
    const revision = recorded.length;
    const event = {
      id: idIn(revision),
      type,
      payload,
      revision,
      recordedAt: `${textOf(by.today)}T10:${String(Math.floor(revision / 60) % 60).padStart(2, '0')}:${String(revision % 60).padStart(2, '0')}.000Z`,
      actor,
      commandId: idIn(stream.length),
      commandHash: '0'.repeat(64),
    } as RecordedFileEvent;
    recorded.push(event);
    after = evolveClientFile(after, event);
  }
  const next = from(recorded, after, terms);
  for (const event of recorded.slice(stream.length)) if (event.type === 'ClaimDetermined') expectReplay(next, event);
  return next;
}

function expectReplay(
  { stream, terms }: GivenFile,
  { payload }: Extract<RecordedFileEvent, { type: 'ClaimDetermined' }>,
) {
  const prefix = stream.slice(0, payload.basis.fileRevision + 1).reduce(evolveClientFile, emptyClientFile);
  const replayed = replayDetermination(prefix, terms, payload);
  if (!same(replayed, payload))
    throw new Error(`Replay differs:\n${JSON.stringify(payload)}\n${JSON.stringify(replayed)}`);
}
