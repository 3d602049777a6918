import { Inject, NotFoundException } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  FILE_COMMANDS,
  MAY_RECORD,
  MAY_RETRACT,
  type Actor,
  type ClientFile,
  type ClientFileCommand,
  type Refusal,
  type Role,
} from '@uitkomst/domain';
import type { RecordedEvent } from '@uitkomst/ledger';
import { differingEvidence } from '@uitkomst/processes';
import { actAs, type Principal } from '../auth/principal.js';
import { refused } from '../http/refusals.js';
import type { Services } from '../open-services.js';
import type { Ask } from '../recording/ask.js';
import { SERVICES } from '../services.js';
import { keyReused } from './decide-on-stream.js';
import { documentsFor } from './kept-evidence.js';
import { todayOf } from '../today.js';

/** Something asked of one client's file: the domain's own command rides inside untouched. */
export class OnClientFile extends Command<FileDecided> {
  constructor(
    readonly personRef: string,
    readonly command: ClientFileCommand,
    readonly ask: Ask,
  ) {
    super();
  }
}

export interface FileDecided {
  /** The file right after this command, also when it was heard before: the same request gets the same answer. */
  readonly file: ClientFile;
  readonly events: readonly RecordedEvent[];
  /** Nothing was recorded now: it had been before, or was so already. */
  readonly heard: boolean;
  readonly refusal?: Refusal;
  readonly actor: Actor;
}

type Needs = Pick<Services, 'clientFiles' | 'clock' | 'log' | 'vault'> & {
  readonly refusals: Pick<Services['refusals'], 'note'>;
};

/** The one handler for client files: who may ask, the log and the write path hang here once. */
@CommandHandler(OnClientFile)
export class HandleClientFile implements ICommandHandler<OnClientFile> {
  constructor(@Inject(SERVICES) private readonly services: Needs) {}

  async execute({ personRef, command, ask }: OnClientFile): Promise<FileDecided> {
    const { principal } = ask;
    if (principal.roles.includes('CLIENT') && principal.personRef !== personRef)
      throw new NotFoundException('Niet gevonden');
    const [role, ...otherRoles] = rolesFor(command, principal);
    if (role === undefined) this.note(command, ask, 'ROLE_MAY_NOT_RECORD');
    let done = await this.ask({ personRef, command, ask }, actAs(principal, role === undefined ? [] : [role]));
    for (const other of otherRoles) {
      if (!ROLE_REFUSALS.has(done.refusal?.code ?? '')) break; // Who has several roles acts in the one that may.
      done = await this.ask({ personRef, command, ask }, actAs(principal, [other]));
    }
    if (done.refusal !== undefined) this.note(command, ask, done.refusal.code);
    return done;
  }

  private note(command: ClientFileCommand, { principal, commandId }: Ask, code: string): void {
    const about = 'claimId' in command ? { claimId: command.claimId } : {};
    this.services.refusals.note({ principal, commandId, command: command.type, code, ...about });
  }

  private async ask(
    { personRef, command, ask }: Pick<OnClientFile, 'personRef' | 'command' | 'ask'>,
    actor: Actor,
  ): Promise<FileDecided> {
    const { clientFiles, clock, log, vault } = this.services;
    const { principal, commandId, commandHash } = ask;
    const { municipality } = principal;
    // Nothing is said of another's document, of which the asker is not to know.
    const refusal = differingEvidence(command, () => documentsFor(vault, principal, personRef));
    if (refusal !== undefined) {
      const { state: file } = await clientFiles.read(municipality, personRef);
      return { file, events: [], heard: false, refusal, actor };
    }
    const today = todayOf(clock);
    const started = clock.elapsed();
    const result = await clientFiles.handle({ municipality, personRef, command, actor, today, commandId, commandHash });
    const code = 'refusal' in result ? result.refusal.code : undefined;
    log.info({ command: command.type, commandId, code, ms: Math.round(clock.elapsed() - started) }, 'command');
    if ('idempotencyMismatch' in result) throw keyReused();
    const { events } = result;
    if (!result.ok) return { file: result.state, events, heard: false, refusal: result.refusal, actor };
    const last = events.at(-1);
    if (!result.heard || last === undefined) return { file: result.state, events, heard: result.heard, actor };
    const then = await clientFiles.readAt(municipality, personRef, { revision: last.revision });
    const decided = { file: then.state, events, heard: true, actor };
    // What a refused decision recorded was the new determination alone: heard again, it is refused again.
    return events.every((event) => event.actor.role === 'SYSTEM')
      ? { ...decided, refusal: { code: 'DECISION_STALE' } }
      : decided;
  }
}

const ROLE_REFUSALS = new Set(['ROLE_MAY_NOT_RECORD', 'SECOND_APPROVAL_REQUIRED']);

/** The decision, or the problem that tells why there is none. */
export function orRefuse(done: FileDecided, told: Partial<Parameters<typeof refused>[1]> = {}): FileDecided {
  if (done.refusal === undefined) return done;
  throw refused(done.refusal, { isProvider: done.actor.role === 'PROVIDER', ...told });
}

/** In which of their roles someone may ask this, the likeliest first; none: 403. The domain asks again, on the file. */
function rolesFor(command: ClientFileCommand, { roles }: Principal): readonly Role[] {
  const { type } = command;
  if (type === 'RecordFact') return roles.filter((role) => MAY_RECORD[command.fact.type].includes(role));
  if (type === 'RetractFact' || type === 'CorrectFact')
    return roles.toSorted((a, b) => Number(MAY_RETRACT.includes(b)) - Number(MAY_RETRACT.includes(a)));
  return roles.filter((role) => FILE_COMMANDS[type].includes(role));
}
